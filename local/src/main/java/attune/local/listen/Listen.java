package attune.local.listen;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

import tools.jackson.databind.json.JsonMapper;

import attune.checkin.listening.Listener;

/**
 * The command behind {@code ./attune listen FILE}: for each line of the file one line of what was heard, in the same
 * order; a summary to standard error. A line that cannot be read is named there, and the command ends with 1.
 */
public final class Listen {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Listener listener = Listener.create();
    private final Summary summary = new Summary();
    private final PrintStream out;
    private final PrintStream err;

    private Listen(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** The command. */
    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out, System.err));
    }

    /** Does it, and gives the exit code. */
    static int run(String[] arguments, PrintStream stdout, PrintStream err) {
        if (arguments.length != 1 || arguments[0].startsWith("-")) {
            err.println(
                    "Say which file: ./attune listen FILE. Each of its lines is JSON with an id and a text, or turns.");
            return 1;
        }
        PrintStream out = new PrintStream(stdout, false, StandardCharsets.UTF_8);
        try (BufferedReader lines = Files.newBufferedReader(Path.of(arguments[0]))) {
            return new Listen(out, err).read(lines);
        } catch (NoSuchFileException _) {
            err.println("There is no file " + arguments[0] + ".");
            return 1;
        } catch (IOException _) {
            err.println("The file " + arguments[0] + " cannot be read as UTF-8 text.");
            return 1;
        } finally {
            out.flush();
        }
    }

    private int read(BufferedReader lines) throws IOException {
        int number = 0;
        int faults = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            try {
                Answer answer = Answer.to(Told.parse(MAPPER, line), listener);
                out.println(MAPPER.writeValueAsString(answer));
                summary.add(answer);
            } catch (UnusableLineException e) {
                faults++;
                err.println("Line " + number + ": " + e.getMessage());
            }
        }
        summary.print(err, faults);
        return faults == 0 ? 0 : 1;
    }
}
