package attune.notification;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** An SMTP relay that can be told to refuse, to be busy, or to hang up after it has taken a mail. */
final class TestRelay implements AutoCloseable {

    /** How the relay behaves. */
    enum Mood {
        TAKES,
        REFUSES_THE_ADDRESS,
        REFUSES_THE_MAIL,
        IS_BUSY,
        TAKES_AND_HANGS_UP
    }

    private final ServerSocket server;
    private final List<String> messageIds = new CopyOnWriteArrayList<>();
    private final List<String> attempts = new CopyOnWriteArrayList<>();
    private volatile Mood mood = Mood.TAKES;

    private TestRelay(ServerSocket server) {
        this.server = server;
    }

    /** Listens on the port, or on any free one. */
    static TestRelay start(int port) {
        try {
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            TestRelay relay = new TestRelay(socket);
            Thread.ofVirtual().start(relay::acceptAll);
            return relay;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return server.getLocalPort();
    }

    void becomes(Mood newMood) {
        mood = newMood;
    }

    /** The Message-IDs of the mails that it has taken, in their order. */
    List<String> taken() {
        return messageIds;
    }

    /** The recipients of all mails that somebody wanted to hand over. */
    List<String> attempts() {
        return attempts;
    }

    private void acceptAll() {
        try {
            while (true) {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> talk(socket));
            }
        } catch (IOException _) {
            // closed
        }
    }

    private void talk(Socket socket) {
        try (socket;
                BufferedReader in = new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
                OutputStream out = socket.getOutputStream()) {
            say(out, "220 relay");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (!answer(line.toUpperCase(Locale.ROOT), line, in, out)) {
                    return;
                }
            }
        } catch (IOException _) {
            // the other side has hung up
        }
    }

    private boolean answer(String command, String line, BufferedReader in, OutputStream out) throws IOException {
        if (command.startsWith("RCPT")) {
            attempts.add(line.substring(line.indexOf('<') + 1, line.indexOf('>')));
            say(out, mood == Mood.REFUSES_THE_ADDRESS ? "550 nobody of that name" : "250 ok");
        } else if (command.startsWith("DATA")) {
            return data(in, out);
        } else if (command.startsWith("QUIT")) {
            say(out, "221 bye");
            return false;
        } else {
            say(out, "250 relay");
        }
        return true;
    }

    private boolean data(BufferedReader in, OutputStream out) throws IOException {
        if (mood == Mood.IS_BUSY) {
            say(out, "451 later");
            return true;
        }
        say(out, "354 go on");
        String messageId = "";
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            messageId = line.startsWith("Message-ID: ") ? line.substring("Message-ID: ".length()) : messageId;
        }
        if (mood == Mood.REFUSES_THE_MAIL) {
            say(out, "554 no");
            return true;
        }
        messageIds.add(messageId);
        if (mood == Mood.TAKES_AND_HANGS_UP) {
            return false;
        }
        say(out, "250 taken");
        return true;
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
