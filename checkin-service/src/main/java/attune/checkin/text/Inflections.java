package attune.checkin.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The forms of a word: as a verb by rule, or as the table of irregular words says. */
final class Inflections {

    private static final Map<String, String> IRREGULAR = Resources.pairs("inflections.txt", key -> key);

    private Inflections() {}

    static List<String> of(String word) {
        Set<String> forms = new LinkedHashSet<>();
        forms.add(word);
        String irregular = IRREGULAR.get(word);
        if (irregular != null) {
            forms.addAll(List.of(irregular.split(" ", -1)));
        } else {
            forms.addAll(regular(word));
        }
        return new ArrayList<>(forms);
    }

    private static List<String> regular(String word) {
        char last = word.charAt(word.length() - 1);
        String head = word.substring(0, word.length() - 1);
        if (last == 'e') {
            return List.of(word + "s", word + "d", head + "ing");
        }
        if (last == 'y' && word.length() > 1 && "aeiou".indexOf(word.charAt(word.length() - 2)) < 0) {
            return List.of(head + "ies", head + "ied", word + "ing");
        }
        boolean hisses = last == 's' || last == 'x' || last == 'z' || word.endsWith("sh") || word.endsWith("ch");
        String stem = doubles(word) ? word + last : word;
        return List.of(word + (hisses ? "es" : "s"), stem + "ed", stem + "ing");
    }

    /** A single vowel before a single consonant, in a short word. */
    private static boolean doubles(String word) {
        int length = word.length();
        return length >= 3 && length <= 4
                && "aeiouwxy".indexOf(word.charAt(length - 1)) < 0
                && "aeiou".indexOf(word.charAt(length - 2)) >= 0
                && "aeiou".indexOf(word.charAt(length - 3)) < 0;
    }
}
