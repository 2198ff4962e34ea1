package attune.embedded;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import jakarta.mail.MessagingException;

import attune.embedded.MailCatcher.Mail;

/**
 * Messages as files. A name is the time of arrival in milliseconds and a number, so that names sort as messages came.
 * Only names are held in memory; a message is read when somebody asks for it.
 */
final class MailFolder {

    /** Who the envelope named; the message itself need not say so. */
    static final String RECIPIENTS = "X-Attune-Recipients";
    private static final String ENDING = ".eml";

    private final Path folder;
    private final int keep;
    private final InstantSource clock;
    private final ConcurrentSkipListSet<String> ids = new ConcurrentSkipListSet<>();
    private long sequence;

    private MailFolder(Path folder, int keep, InstantSource clock) {
        this.folder = folder;
        this.keep = keep;
        this.clock = clock;
    }

    static MailFolder open(Path folder, int keep, InstantSource clock) {
        MailFolder mails = new MailFolder(folder, keep, clock);
        try (Stream<Path> files = Files.list(folder)) {
            files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(ENDING))
                    .forEach(name -> mails.ids.add(name.substring(0, name.length() - ENDING.length())));
        } catch (IOException e) {
            throw new EmbeddedException.FolderUnusable(folder, "its messages cannot be listed", e);
        }
        mails.sequence = mails.ids.size();
        return mails;
    }

    /** Keeps a message; when it returns, the message is in the folder. */
    synchronized void add(MovingMessage message) {
        String id = "%013d-%06d".formatted(clock.millis(), ++sequence % 1_000_000);
        try {
            Path aside = Files.write(folder.resolve(id + ".new"), bytes(message));
            Files.move(aside, fileOf(id), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | MessagingException e) {
            throw new EmbeddedException.FolderUnusable(folder, "a message cannot be written into it", e);
        }
        ids.add(id);
        dropOldest();
    }

    private static byte[] bytes(MovingMessage message) throws IOException, MessagingException {
        String recipients = message.getToAddresses().stream().map(MailAddress::getEmail)
                .map(address -> address.replaceAll("[\\r\\n]", "")).collect(Collectors.joining(", "));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes((RECIPIENTS + ": " + recipients + "\r\n").getBytes(StandardCharsets.UTF_8));
        message.getMessage().writeTo(bytes);
        return bytes.toByteArray();
    }

    private void dropOldest() {
        while (ids.size() > keep) {
            String oldest = ids.pollFirst();
            if (oldest != null) {
                delete(fileOf(oldest));
            }
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Mail> newest(int limit) {
        return ids.descendingSet().stream().limit(limit).map(this::find).flatMap(Optional::stream).toList();
    }

    int count() {
        return ids.size();
    }

    /** The message of that id, or empty if there is none (any more). */
    Optional<Mail> find(String id) {
        if (!ids.contains(id)) {
            return Optional.empty();
        }
        try (InputStream file = Files.newInputStream(fileOf(id))) {
            return Optional.of(MailReader.read(id, Instant.ofEpochMilli(Long.parseLong(id.substring(0, 13))), file));
        } catch (IOException | MessagingException | NumberFormatException _) {
            return Optional.empty(); // dropped a moment ago, or a file that is no message
        }
    }

    private Path fileOf(String id) {
        return folder.resolve(id + ENDING);
    }
}
