package attune.checkin.text;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/** The words for pictures: those that mean something here, and one word for all others. */
final class Pictures {

    private static final Map<Integer, String> WORDS = Resources.pairs("pictures.txt", line -> line.codePointAt(0));

    private Pictures() {}

    static @Nullable String word(int point) {
        if (point < 0x203C) {
            return null;
        }
        String word = WORDS.get(point);
        return word == null && isPicture(point) ? "emoji" : word;
    }

    private static boolean isPicture(int point) {
        return (point >= 0x2600 && point <= 0x27BF) || (point >= 0x1F300 && point <= 0x1FAFF);
    }
}
