package attune.checkin.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Ways to read letters that are stretched or stand as other signs. */
final class Letters {

    private static final String SIGNS = "013457@$!|€#";
    private static final String[] MEANT = {"o", "il", "e", "a", "s", "t", "a", "s", "i", "li", "e", "h"};

    private Letters() {}

    /** The word with signs read as letters and stretched letters shortened, likeliest first; at most some twenty. */
    static Set<String> readings(String written) {
        Set<String> readings = new LinkedHashSet<>();
        for (String lettered : lettered(written)) {
            readings.add(lettered);
            readings.add(shortened(lettered, 3, 2));
            readings.add(shortened(lettered, 3, 1));
            readings.add(shortened(lettered, 2, 1));
        }
        return readings;
    }

    static boolean isWord(String form) {
        return !form.isEmpty() && form.chars().allMatch(Character::isLetter);
    }

    static String only(String written) {
        StringBuilder letters = new StringBuilder(written.length());
        written.chars().filter(Character::isLetterOrDigit).forEach(c -> letters.append((char) c));
        return letters.toString();
    }

    /** What stands between signs that are no letters. */
    static List<String> parts(String written) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (int i = 0; i < written.length(); i++) {
            if (Character.isLetterOrDigit(written.charAt(i))) {
                part.append(written.charAt(i));
            } else if (!part.isEmpty()) {
                parts.add(part.toString());
                part.setLength(0);
            }
        }
        if (!part.isEmpty()) {
            parts.add(part.toString());
        }
        return parts;
    }

    private static Set<String> lettered(String written) {
        Set<String> forms = new LinkedHashSet<>();
        forms.add(written);
        if (written.chars().noneMatch(c -> SIGNS.indexOf(c) >= 0) || written.chars().noneMatch(Character::isLetter)) {
            addStars(written, forms);
            return forms;
        }
        StringBuilder first = new StringBuilder();
        StringBuilder second = new StringBuilder();
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            int sign = SIGNS.indexOf(c);
            first.append(sign < 0 ? c : MEANT[sign].charAt(0));
            second.append(sign < 0 ? c : MEANT[sign].charAt(MEANT[sign].length() - 1));
        }
        forms.add(first.toString());
        forms.add(second.toString());
        addStars(first.toString(), forms);
        return forms;
    }

    /** A star stands for a vowel, or for nothing. */
    private static void addStars(String written, Set<String> forms) {
        if (written.indexOf('*') > 0) {
            for (String vowel : List.of("i", "u", "e", "a", "o", "")) {
                forms.add(written.replace("*", vowel));
            }
        }
    }

    private static String shortened(String word, int run, int left) {
        StringBuilder kept = new StringBuilder(word.length());
        for (int i = 0; i < word.length();) {
            int end = i;
            while (end < word.length() && word.charAt(end) == word.charAt(i)) {
                end++;
            }
            int keep = end - i >= run ? left : end - i;
            kept.append(word, i, i + keep);
            i = end;
        }
        return kept.toString();
    }
}
