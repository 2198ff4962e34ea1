package attune.checkin.text;

import java.util.HashMap;
import java.util.Map;

/** Letters of other alphabets, and lettered signs, that stand for Latin letters. */
final class Lookalikes {

    private static final String OTHER = "абвгдеёкмнопрстухіїјѕһԁԛԝьАВЕЅІЈКМНОРСТУХҮαβγεικνο"
            + "ρτυχωηΑΒΕΖΗΙΚΜΝΟΡΤΥΧɑɡɩʟʏᴀʙᴄᴅᴇɢʜɪᴊᴋᴍɴᴏᴘʀꜱᴛᴜᴠᴡᴢℓ";
    private static final String LATIN = "abbrdeekmhonpctyxiijshdqwbabesijkmhopctyxyabyeikvo"
            + "ptuxwnabezhikmnoptyxagilyabcdeghijkmnoprstuvwzl";

    private static final Map<Integer, Integer> TABLE = table();

    private Lookalikes() {}

    /** Whether lookalikes in this text are tricks: a text in Cyrillic or Greek letters is left as it is. */
    static boolean mostlyLatin(String raw) {
        int latin = 0;
        int other = 0;
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c < 0x250 && Character.isLetter(c)) {
                latin++;
            } else if (c >= 0x370 && c < 0x530 && Character.isLetter(c)) {
                other++;
            }
        }
        return latin * 2 >= other;
    }

    /** The Latin letter that it looks like, in lower case, or itself. */
    static int latin(int point) {
        if (point >= 0x1F1E6 && point <= 0x1F1FF) {
            return 'a' + point - 0x1F1E6;
        }
        if (point >= 0x1F150 && point <= 0x1F169) {
            return 'a' + point - 0x1F150;
        }
        if (point >= 0x1F170 && point <= 0x1F189) {
            return 'a' + point - 0x1F170;
        }
        Integer latin = TABLE.get(point);
        return latin == null ? point : latin;
    }

    private static Map<Integer, Integer> table() {
        int[] from = OTHER.codePoints().toArray();
        int[] to = LATIN.codePoints().toArray();
        if (from.length != to.length) {
            throw new IllegalStateException("the table of lookalikes has " + from.length + " letters for " + to.length);
        }
        Map<Integer, Integer> table = new HashMap<>();
        for (int i = 0; i < from.length; i++) {
            table.putIfAbsent(from[i], to[i]);
        }
        return Map.copyOf(table);
    }
}
