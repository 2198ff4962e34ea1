package attune.embedded;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/** Stands before a mail server and passes on what both sides say, except where its switch asks for a fault. */
final class SmtpFront implements AutoCloseable {

    private static final String WHO = "The mail catcher";
    private static final int LONGEST_LINE = 64 * 1024;

    private final ServerSocket server;
    private final int behind;
    private final FaultSwitch faults;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private SmtpFront(ServerSocket server, int behind, FaultSwitch faults) {
        this.server = server;
        this.behind = behind;
        this.faults = faults;
    }

    /** Takes the port and passes on to the one behind. */
    static SmtpFront start(int port, int behind, FaultSwitch faults) {
        try {
            ServerSocket server = new ServerSocket();
            server.setReuseAddress(true);
            server.bind(Loopback.address(port), 200);
            SmtpFront front = new SmtpFront(server, behind, faults);
            Thread.ofVirtual().name("smtp").start(front::acceptAll);
            return front;
        } catch (IOException e) {
            throw new EmbeddedException.PortInUse(WHO, port, e);
        }
    }

    int port() {
        return server.getLocalPort();
    }

    private void acceptAll() {
        try {
            while (true) {
                Socket client = server.accept();
                Thread.ofVirtual().name("smtp").start(() -> talk(client));
            }
        } catch (IOException _) {
            // closed
        }
    }

    private void talk(Socket client) {
        open.add(client);
        try (client; Socket mail = new Socket(InetAddress.ofLiteral(Loopback.HOST), behind)) {
            client.setTcpNoDelay(true);
            mail.setTcpNoDelay(true);
            Side from = Side.of(client);
            Side to = Side.of(mail);
            if (faults.now() == Fault.BROKEN) {
                from.say("421 Broken, as was asked for");
                return;
            }
            passAnswer(to, from);
            for (byte[] line = from.line(); line != null; line = from.line()) {
                if (!command(line, from, to)) {
                    return;
                }
            }
        } catch (IOException _) {
            // one side has hung up
        } finally {
            open.remove(client);
        }
    }

    /** Whether the talk goes on. */
    private boolean command(byte[] line, Side from, Side to) throws IOException {
        String word = new String(line, StandardCharsets.UTF_8).strip().toUpperCase(Locale.ROOT);
        if (word.startsWith("RCPT") && faults.now() == Fault.GONE) {
            from.say("550 Nobody lives here any more");
            return true;
        }
        if (word.equals("DATA")) {
            return data(line, from, to);
        }
        to.write(line);
        passAnswer(to, from);
        return !word.equals("QUIT");
    }

    private boolean data(byte[] line, Side from, Side to) throws IOException {
        if (faults.now() == Fault.BUSY) {
            from.say("451 Come again later");
            return true;
        }
        if (faults.now() == Fault.BROKEN) {
            from.say("421 Broken, as was asked for");
            return false;
        }
        to.write(line);
        if (!passAnswer(to, from).startsWith("354")) {
            return true;
        }
        byte[] text = from.line();
        while (text != null && !".".equals(new String(text, StandardCharsets.ISO_8859_1).strip())) {
            to.write(text);
            text = from.line();
        }
        if (text == null) {
            return false;
        }
        faults.pause();
        to.write(text);
        String taken = to.answer();
        if (taken.startsWith("250")) {
            faults.hasTaken();
        }
        if (faults.now() == Fault.DROPPING) {
            return false;
        }
        from.write(taken.getBytes(StandardCharsets.UTF_8));
        return true;
    }

    private static String passAnswer(Side server, Side client) throws IOException {
        String answer = server.answer();
        client.write(answer.getBytes(StandardCharsets.UTF_8));
        return answer;
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One of the two who talk. */
    private record Side(InputStream in, OutputStream out) {

        static Side of(Socket socket) throws IOException {
            return new Side(new BufferedInputStream(socket.getInputStream()), socket.getOutputStream());
        }

        /** With its end; null if there is nothing more. */
        byte @Nullable [] line() throws IOException {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            int next = in.read();
            while (next >= 0) {
                line.write(next);
                if (next == '\n') {
                    return line.toByteArray();
                }
                if (line.size() > LONGEST_LINE) {
                    throw new IOException("No line of a mail is so long");
                }
                next = in.read();
            }
            return null;
        }

        /** All lines of an answer. */
        String answer() throws IOException {
            StringBuilder answer = new StringBuilder();
            while (true) {
                byte[] line = line();
                if (line == null) {
                    throw new IOException("The mail server has hung up");
                }
                String text = new String(line, StandardCharsets.UTF_8);
                answer.append(text);
                if (text.length() < 4 || text.charAt(3) != '-') {
                    return answer.toString();
                }
            }
        }

        void say(String line) throws IOException {
            write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        }

        void write(byte[] bytes) throws IOException {
            out.write(bytes);
            out.flush();
        }
    }
}
