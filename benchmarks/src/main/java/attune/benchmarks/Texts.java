package attune.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

/** The texts that are read in benchmarks; each asking turns to the next one. */
final class Texts {

    private static final int NOTE = 1000;
    private static final int LONGEST = 4000;

    private final List<String> texts;
    private int next;

    private Texts(List<String> texts) {
        this.texts = texts;
    }

    /** Notes of 1,000 characters as people write them: calm, hurt and in danger. */
    static Texts notes() {
        List<String> passages = passages();
        String all = String.join(" ", passages);
        return new Texts(passages.stream().map(first -> (all + " " + all).substring(all.indexOf(first))
                .substring(0, NOTE)).toList());
    }

    /** Drafts of something to say to another: one passage each, 100 to 400 characters. */
    static Texts drafts() {
        return new Texts(passages());
    }

    /** Texts of 4,000 characters, each made to be slow in its own way. */
    static Texts hostile() {
        return new Texts(List.of(
                filled("i want to not i wish i was i can not stop thinking of i am going to if i do not get "),
                filled("sometimes i really just so very honestly even still like want to really just so very "),
                filled("i i i i me me my my my life life mind not not never no without "),
                filled("kiiiiiiiiill myyyyyyyyself diiiiiiie hhhhhhhhhhhhhhurt aaaaaaaaaaaaaaaaaaaaaaa "),
                filled("k i l l m y s e l f w a n t t o d i e "),
                filled("w\u200ban\u200bt t\u200do k\u2060il\u200bl my\u00adse\u200blf "),
                filled("\u0456 w\u0430nt t\u043e d\u0456\u0435, n\u043ebod\u0443 c\u0430r\u0435s "),
                filled("he said \"she said 'they said \"i said 'i want to \"not 'die "),
                filled("teh wnat ot knwo yuo suicdal killling mysef hopless burdin wrold vanihs "),
                filled("iwanttodieiwanttokillmyselfiwishiwasdeadnobodycares "),
                filled("xqzjv bkwpt mrrgl zzyxq pfnord qwrtz vlkgh "),
                filled("((((((\"\"\"''''......,,,,,!!!!????----;;;;:::: a ")));
    }

    String next() {
        next = next + 1 == texts.size() ? 0 : next + 1;
        return texts.get(next);
    }

    /** All of them, in order. */
    List<String> all() {
        return texts;
    }

    private static String filled(String part) {
        StringBuilder text = new StringBuilder(LONGEST + part.length());
        IntStream.rangeClosed(0, LONGEST / part.length()).forEach(_ -> text.append(part));
        return text.substring(0, LONGEST);
    }

    private static List<String> passages() {
        try (InputStream in = Texts.class.getResourceAsStream("passages.txt")) {
            if (in == null) {
                throw new IllegalStateException("passages.txt is not there");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
