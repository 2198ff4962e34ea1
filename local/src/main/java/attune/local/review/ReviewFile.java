package attune.local.review;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import attune.checkin.listening.Listener;
import attune.checkin.statements.StatementReviewer;

/**
 * The command behind {@code ./attune review}: reads statements from a file, one JSON object a line, and writes a review a
 * line in the same order. Ends with 0, with 1 when a line could not be read, with 2 when there was nothing to read.
 */
public final class ReviewFile {

    private static final String USAGE = """
            usage: ./attune review FILE

            FILE holds a JSON object a line, each with "id" and "text"; "-" reads from standard input.
            Each review is written as a line of JSON, in the same order; a summary goes to standard error.
            """;
    private static final int SOME_BAD = 1;
    private static final int NOT_READ = 2;

    private ReviewFile() {}

    /** The command. */
    public static void main(String[] arguments) throws IOException {
        List<String> words = List.of(arguments);
        if (words.contains("--help") || words.contains("-h")) {
            System.out.print(USAGE);
            return;
        }
        if (words.size() != 1) {
            System.err.print(USAGE);
            System.exit(NOT_READ);
        }
        System.exit(run(words.getFirst()));
    }

    private static int run(String file) throws IOException {
        Path path = Path.of(file);
        if (!file.equals("-") && !Files.isReadable(path)) {
            System.err.println("The file " + file + " cannot be read; is the name right?");
            return NOT_READ;
        }
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        PrintStream notes = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        try (InputStream in = file.equals("-") ? System.in : Files.newInputStream(path);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            boolean all = new Reviews(StatementReviewer.load(), Listener.create(), out, notes).run(lines);
            return all ? 0 : SOME_BAD;
        } finally {
            out.flush();
        }
    }
}
