package attune.checkin.listening;

import java.util.List;
import java.util.Locale;

/** The same words in other clothes. */
final class Disguises {

    private Disguises() {}

    static List<String> of(String text) {
        return List.of(text.toUpperCase(Locale.ROOT), text.toLowerCase(Locale.ROOT), text.replace(" ", "   "),
                text.replace(" ", "\n"), text.replace(" ", "\t"), text.replace(" ", "\u00A0"), fullWidth(text),
                text.replace("e", "e\u200B").replace("i", "\u00ADi"), text.replace('a', 'а').replace('o', 'о').replace(
                        'e', 'е'),
                text.replace("e", "3").replace("o", "0"), text.replace("'", "\u2019"), text + "!!!",
                "\u201C" + text + "\u201D", text.replace("a", "a\u0336"), text.replace("l", "lll"));
    }

    private static String fullWidth(String text) {
        StringBuilder wide = new StringBuilder();
        text.chars().forEach(c -> wide.append((char) (c > 0x20 && c < 0x7F ? c + 0xFEE0 : c)));
        return wide.toString();
    }
}
