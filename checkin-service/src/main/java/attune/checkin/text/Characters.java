package attune.checkin.text;

import java.nio.IntBuffer;
import java.text.Normalizer;
import java.util.Locale;

import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/**
 * The characters of a text in their plainest form: compatibility forms, case, accents, marks that are not seen, and
 * letters of other alphabets that look like Latin ones are folded; each knows where it stands in the original.
 */
final class Characters {

    private static final int MOST_PARTS = 4;

    private final IntBuffer points;
    private final IntBuffer starts;
    private final IntBuffer ends;

    private Characters(int capacity) {
        points = IntBuffer.allocate(capacity);
        starts = IntBuffer.allocate(capacity);
        ends = IntBuffer.allocate(capacity);
    }

    static Characters of(String raw) {
        Characters characters = new Characters(raw.length() * MOST_PARTS + 1);
        boolean latin = Lookalikes.mostlyLatin(raw);
        for (int i = 0; i < raw.length();) {
            int point = raw.codePointAt(i);
            int end = i + Character.charCount(point);
            if (point < 0x80) {
                characters.add(Character.toLowerCase(point), i, end);
            } else {
                characters.fold(latin ? Lookalikes.latin(point) : point, i, end);
            }
            i = end;
        }
        return characters;
    }

    int size() {
        return points.position();
    }

    /** The code point, or -1 beyond the ends. */
    int at(int index) {
        return index < 0 || index >= size() ? -1 : points.get(index);
    }

    int start(int index) {
        return starts.get(index);
    }

    int end(int index) {
        return ends.get(index);
    }

    String form(int from, int to) {
        return new String(points.array(), from, to - from);
    }

    private void fold(int point, int start, int end) {
        if (point == '\n' || point < 0x80) {
            add(Character.toLowerCase(point), start, end);
            return;
        }
        if (isQuote(point)) {
            add(point == 0x201C || point == 0x201D || point == 0xAB || point == 0xBB ? '"' : '\'', start, end);
            return;
        }
        String parts = Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKD);
        for (int i = 0; i < Math.min(parts.length(), MOST_PARTS);) {
            int part = parts.codePointAt(i);
            i += Character.charCount(part);
            if (isSeen(part)) {
                addFolded(part, start, end);
            }
        }
    }

    private void addFolded(int part, int start, int end) {
        if (part < 0x80 || !Character.isBmpCodePoint(part) || !Character.isLetter(part)) {
            add(Character.toLowerCase(part), start, end);
            return;
        }
        char[] out = new char[8];
        int length = ASCIIFoldingFilter.foldToASCII(new char[]{(char) part}, 0, out, 0, 1);
        if (length > 1) {
            new String(out, 0, Math.min(length, 2)).toLowerCase(Locale.ROOT).chars()
                    .forEach(one -> add(one, start, end));
        } else {
            add(Character.toLowerCase(out[0]), start, end);
        }
    }

    private static boolean isQuote(int point) {
        return (point >= 0x2018 && point <= 0x201F) || point == 0x2BC || point == 0x60 || point == 0xB4
                || point == 0x2032 || point == 0xAB || point == 0xBB || point == 0xFF07;
    }

    private static boolean isSeen(int point) {
        int type = Character.getType(point);
        return type != Character.FORMAT && type != Character.NON_SPACING_MARK && type != Character.ENCLOSING_MARK
                && type != Character.MODIFIER_SYMBOL && type != Character.PRIVATE_USE && point != 0x3164
                && point != 0x115F && point != 0xFFFD;
    }

    private void add(int point, int start, int end) {
        points.put(point);
        starts.put(start);
        ends.put(end);
    }
}
