package attune.checkin.classification;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import attune.checkin.files.UnusableFileException;

/** What each feature weighs, by open addressing: it is asked about a thousand times in a long note. */
final class Weights {

    /** The kinds in the order of their columns, which come after the column for danger of any kind. */
    static final List<Danger> KINDS = List.of(Danger.TO_ONESELF, Danger.FROM_ANOTHER, Danger.TO_ANOTHER);
    static final int COLUMNS = 1 + KINDS.size();
    private static final String FILE = "weights.tsv";
    private static final String VERSION = "# version ";
    private static final String BIAS = "(bias)";

    private final String version;
    private final float[] bias;
    private final long[] keys;
    private final float[] values;
    private final int mask;

    private Weights(String version, float[] bias, long[] keys, float[] values) {
        this.version = version;
        this.bias = bias;
        this.keys = keys;
        this.values = values;
        mask = keys.length - 1;
    }

    static Weights read() {
        try (InputStream in = Weights.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new UnusableFileException(FILE, "it is not there");
            }
            try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                return parse(reader.lines().toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Weights parse(List<String> lines) {
        if (lines.isEmpty() || !lines.getFirst().startsWith(VERSION)) {
            throw new UnusableFileException(FILE, "its first line does not say its version");
        }
        int capacity = Integer.highestOneBit(lines.size() * 2) * 2;
        long[] keys = new long[capacity];
        float[] values = new float[capacity * COLUMNS];
        float[] bias = new float[COLUMNS];
        for (String line : lines) {
            if (line.startsWith("# ")) {
                continue;
            }
            String[] cells = line.split("\t", -1);
            if (cells.length < 2 || cells.length > COLUMNS + 1) {
                throw new UnusableFileException(FILE, "a line has " + cells.length + " columns");
            }
            boolean isBias = cells[0].equals(BIAS);
            int at = isBias ? 0 : slot(keys, Features.parse(cells[0]));
            if (!isBias) {
                keys[at] = Features.parse(cells[0]);
            }
            for (int column = 0; column + 1 < cells.length; column++) {
                float value = cells[column + 1].isEmpty() ? 0 : Float.parseFloat(cells[column + 1]);
                if (isBias) {
                    bias[column] = value;
                } else {
                    values[at * COLUMNS + column] = value;
                }
            }
        }
        return new Weights(lines.getFirst().substring(VERSION.length()), bias, keys, values);
    }

    private static int slot(long[] keys, long key) {
        int at = (int) key & (keys.length - 1);
        while (keys[at] != 0 && keys[at] != key) {
            at = (at + 1) & (keys.length - 1);
        }
        return at;
    }

    String version() {
        return version;
    }

    float[] bias() {
        return Arrays.copyOf(bias, bias.length);
    }

    /** Adds what the feature weighs to the sums. Whether it is known. */
    boolean add(long feature, float[] sums) {
        int at = (int) feature & mask;
        while (keys[at] != feature) {
            if (keys[at] == 0) {
                return false;
            }
            at = (at + 1) & mask;
        }
        for (int column = 0; column < COLUMNS; column++) {
            sums[column] += values[at * COLUMNS + column];
        }
        return true;
    }
}
