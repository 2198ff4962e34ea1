package attune.checkin.statements;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import attune.checkin.statements.Review.FlagFound;
import attune.checkin.statements.Review.SlotFound;

/**
 * Reads a draft of what somebody wants to say to another. It only reads: it stores nothing and logs nothing. Safe for
 * use by many threads; takes a few milliseconds of one core.
 */
public final class StatementReviewer {

    /** Read at the start, so that nothing is loaded while a person waits. */
    private static final String FIRST = "You never listen 🙂, and I feel alone; could we talk tonight?";
    private static final Set<FlagName> JUDGING = Set.of(FlagName.BLAME, FlagName.LABEL, FlagName.CONTEMPT,
            FlagName.MIND_READING, FlagName.ABSOLUTE, FlagName.DEFENSIVENESS, FlagName.KITCHEN_SINK);

    private final RuleBook book;
    private final WordReader reader;
    private final KitchenSink kitchenSink;
    private final Openness openness;
    private final Wordings wordings;

    private StatementReviewer(RuleBook book) {
        this.book = book;
        this.reader = new WordReader(book.vocabulary().words());
        this.kitchenSink = new KitchenSink(book.vocabulary());
        this.openness = new Openness(book);
        this.wordings = new Wordings(book, this::isClean);
    }

    /**
     * A reviewer with the rules of this version.
     *
     * @throws IllegalArgumentException if a rule file is wrong, saying which line
     */
    public static StatementReviewer load() {
        StatementReviewer reviewer = new StatementReviewer(RuleBook.read());
        reviewer.reader.prepare();
        reviewer.review(FIRST);
        return reviewer;
    }

    /** What the draft holds, what may close the other's ears, and wordings to start from. */
    public Review review(String text) {
        Words words = reader.read(text);
        Map<FlagName, List<Rule.Found>> found = flags(words);
        boolean harm = found.containsKey(FlagName.HARM_REPORT);
        Map<SlotName, Rule.Found> slots = slots(words, found);
        double score = openness.score(found, slots);
        List<FlagFound> flags = found.entrySet().stream().map(flag -> flag(flag.getKey(), flag.getValue(), words))
                .sorted(Comparator.comparingInt(flag -> flag.span().start())).toList();
        List<String> drafts = harm ? List.of() : wordings.of(text, words, found, slots, score);
        return new Review(book.version(), words.understood(), filled(slots, words), flags, Openness.whole(score), score,
                drafts, harm);
    }

    /** Which rules find something, by flag; the words stand for the order of the text. */
    private Map<FlagName, List<Rule.Found>> flags(Words words) {
        Map<FlagName, List<Rule.Found>> found = new EnumMap<>(FlagName.class);
        List<Rule.Found> harm = book.flag(FlagName.HARM_REPORT).in(words).toList();
        if (!harm.isEmpty()) {
            found.put(FlagName.HARM_REPORT, harm);
            return found;
        }
        book.flags().forEach((name, sheet) -> {
            List<Rule.Found> finds = sheet.in(words).toList();
            if (!finds.isEmpty()) {
                found.put(name, finds);
            }
        });
        kitchenSink.judge(words, found);
        List.copyOf(found.entrySet()).forEach(flag -> cover(flag.getKey(), flag.getValue(), words, found));
        return found;
    }

    /** Takes out what another flag says better of the same sentence. */
    private void cover(FlagName name, List<Rule.Found> finds, Words words, Map<FlagName, List<Rule.Found>> found) {
        for (String covered : book.flag(name).covers()) {
            int slash = covered.indexOf('/');
            FlagName other = FlagName.of(covered.substring(0, slash));
            List<Rule.Found> left = found.getOrDefault(other, List.of()).stream()
                    .filter(find -> !find.rule().name().equals(covered.substring(slash + 1))
                            || finds.stream().noneMatch(over -> words.sentenceStart(over.from()) == words
                                    .sentenceStart(find.from())))
                    .toList();
            if (left.isEmpty()) {
                found.remove(other);
            } else {
                found.put(other, left);
            }
        }
    }

    private Map<SlotName, Rule.Found> slots(Words words, Map<FlagName, List<Rule.Found>> flags) {
        Map<SlotName, Rule.Found> best = new EnumMap<>(SlotName.class);
        book.slots().forEach((name, sheet) -> sheet.in(words)
                .filter(find -> name != SlotName.OBSERVATION || !isJudged(find, words, flags))
                .max(Comparator.comparingDouble(find -> find.rule().grade()))
                .ifPresent(find -> best.put(name, find)));
        return best;
    }

    /** What is told with a judgement in the same sentence is no observation. */
    private static boolean isJudged(Rule.Found find, Words words, Map<FlagName, List<Rule.Found>> flags) {
        int sentence = words.sentenceStart(find.from());
        return find.rule().grade() > 1 && JUDGING.stream().flatMap(flag -> flags.getOrDefault(flag, List.of()).stream())
                .anyMatch(judged -> words.sentenceStart(judged.from()) == sentence);
    }

    private boolean isClean(String wording) {
        return flags(reader.read(wording)).isEmpty();
    }

    private FlagFound flag(FlagName name, List<Rule.Found> finds, Words words) {
        Rule.Found first = finds.stream().min(Comparator.comparingInt(Rule.Found::from)).orElseThrow();
        RuleSheet sheet = book.flag(name);
        return new FlagFound(name, words.span(first.from(), first.to()), name.wireName() + "/" + first.rule().name(),
                sheet.says("why"), sheet.says("ask"));
    }

    private static Map<SlotName, SlotFound> filled(Map<SlotName, Rule.Found> found, Words words) {
        Map<SlotName, SlotFound> filled = new EnumMap<>(SlotName.class);
        for (SlotName name : SlotName.values()) {
            Rule.Found find = found.get(name);
            filled.put(name, find == null
                    ? new SlotFound(0, null)
                    : new SlotFound((int) find.rule().grade(), words.span(find.from(), find.to())));
        }
        return filled;
    }
}
