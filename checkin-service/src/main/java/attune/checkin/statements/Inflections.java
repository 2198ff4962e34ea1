package attune.checkin.statements;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** All forms of an English verb: "stop" gives stop, stops, stopping, stopped. */
final class Inflections {

    private static final String VOWELS = "aeiou";

    private final Map<String, Set<String>> irregular;

    Inflections(Map<String, Set<String>> irregular) {
        this.irregular = Map.copyOf(irregular);
    }

    /** The forms, the verb itself among them. */
    Set<String> of(String verb) {
        Set<String> forms = new LinkedHashSet<>();
        forms.add(verb);
        forms.add(third(verb));
        String stem = stem(verb);
        forms.add(stem + "ing");
        if (irregular.containsKey(verb)) {
            forms.addAll(irregular.get(verb));
        } else {
            forms.add(past(verb, stem));
        }
        return forms;
    }

    private static String third(String verb) {
        if (verb.endsWith("y") && !isVowel(verb, verb.length() - 2)) {
            return verb.substring(0, verb.length() - 1) + "ies";
        }
        boolean hisses = verb.matches(".*(s|x|z|ch|sh|o)");
        return verb + (hisses ? "es" : "s");
    }

    private static String past(String verb, String stem) {
        if (verb.endsWith("y") && !isVowel(verb, verb.length() - 2)) {
            return verb.substring(0, verb.length() - 1) + "ied";
        }
        return stem + "ed";
    }

    /** What -ing follows: "hope" gives hop, "stop" gives stopp. */
    private static String stem(String verb) {
        int last = verb.length() - 1;
        if (verb.endsWith("e") && !verb.endsWith("ee") && !verb.endsWith("ye")) {
            return verb.substring(0, last);
        }
        boolean doubles = verb.length() > 2 && !isVowel(verb, last) && "wxy".indexOf(verb.charAt(last)) < 0
                && isVowel(verb, last - 1) && !isVowel(verb, last - 2) && isShort(verb);
        return doubles ? verb + verb.charAt(last) : verb;
    }

    private static boolean isShort(String verb) {
        return verb.chars().filter(letter -> VOWELS.indexOf(letter) >= 0).count() == 1;
    }

    private static boolean isVowel(String word, int at) {
        return at >= 0 && VOWELS.indexOf(word.charAt(at)) >= 0;
    }
}
