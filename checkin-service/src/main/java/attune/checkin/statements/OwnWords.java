package attune.checkin.statements;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** What of a draft can be taken over into a better one, in the words of whoever wrote it. */
final class OwnWords {

    private static final int LONGEST = 14;

    private final Vocabulary vocabulary;
    private final String text;
    private final Words words;

    OwnWords(Vocabulary vocabulary, String text, Words words) {
        this.vocabulary = vocabulary;
        this.text = text;
        this.words = words;
    }

    /** What happened, as "you leave the dishes in the sink"; the likeliest first. */
    List<String> events() {
        List<String> events = new ArrayList<>();
        for (int at = 0; at < words.size(); at++) {
            int after = end("own-when", at);
            if (after > 0) {
                events.add(slice(after, tail(after)));
            }
        }
        for (int at = 0; at < words.size(); at++) {
            if (words.form(at).equals("you")) {
                addHabit(at, events);
                if (end("own-past", at) > 0) {
                    events.add(slice(at, tail(at + 1)));
                }
            }
        }
        return events.stream().filter(event -> event.indexOf(' ') > 0).distinct().toList();
    }

    /** What is wished for, as "help with the dishes". */
    List<String> wishes() {
        List<String> wishes = new ArrayList<>();
        for (int at = 0; at < words.size(); at++) {
            int must = end("own-must", at);
            if (must > 0 && isBase(must)) {
                wishes.add(slice(must, tail(must)));
            }
            int never = words.form(at).equals("you") ? end("own-never", at + 1) : 0;
            if (never > 0 && isBase(never)) {
                wishes.add(slice(never, tail(never)));
            }
            if (end("own-command", at) > 0) {
                wishes.add(slice(at, tail(at + 1)));
            }
        }
        return wishes.stream().filter(wish -> wish.indexOf(' ') > 0).distinct().toList();
    }

    /** States that the author names. */
    Set<String> among(String name, int from, int to) {
        Set<String> named = new LinkedHashSet<>();
        for (int at = from; at < to; at++) {
            int end = end(name, at);
            if (end > at) {
                named.add(slice(at, end));
                at = end - 1;
            }
        }
        return named;
    }

    /** The sentence around a place, as it was written. */
    String sentence(int at) {
        return slice(words.sentenceStart(at), words.sentenceEnd(at));
    }

    /** The first word of the text that is one of these. */
    @Nullable
    String firstOf(Set<String> forms) {
        return words.list().stream().map(Word::form).filter(forms::contains).findFirst().orElse(null);
    }

    private void addHabit(int you, List<String> events) {
        for (int at = you + 1; at < Math.min(you + 4, words.size()); at++) {
            int always = end("own-always", at);
            if (always > 0) {
                events.add(joined(slice(you, at), slice(always, tail(always))));
            }
            int never = end("own-never", at);
            if (never > 0 && isBase(never)) {
                events.add(joined(slice(you, at), "do not", slice(never, tail(never))));
            }
        }
    }

    private boolean isBase(int at) {
        return vocabulary.find("own-base").fits(words, at);
    }

    private int end(String name, int at) {
        BitSet ends = new BitSet();
        vocabulary.find(name).match(words, at, ends);
        return Math.max(0, ends.length() - 1);
    }

    private int tail(int from) {
        int to = from;
        while (to < words.size() && to - from < LONGEST && !words.list().get(to).isMark()
                && (to == from || end("own-end", to) == 0)) {
            to++;
        }
        return to;
    }

    private String slice(int from, int to) {
        if (from >= to) {
            return "";
        }
        Span span = words.span(from, to);
        String cut = String.join(" ", text.substring(span.start(), span.end()).strip().split("\\s+", -1));
        boolean shouted = cut.equals(cut.toUpperCase(Locale.ROOT));
        return shouted && cut.length() > 2 ? cut.toLowerCase(Locale.ROOT) : lower(cut);
    }

    private static String lower(String cut) {
        boolean ownName = cut.length() < 2 || cut.startsWith("I ") || cut.startsWith("I'");
        return ownName ? cut : cut.substring(0, 1).toLowerCase(Locale.ROOT) + cut.substring(1);
    }

    private static String joined(String... parts) {
        return String.join(" ", parts).strip();
    }
}
