package attune.checkin.statements;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * Wordings to start from: what happened, what it does to me, what I need, what I ask; in the author's own words where
 * they can be taken over, with a blank in brackets where something is missing. Each is read by the reviewer itself
 * before it is offered; what would still close ears is left out.
 */
final class Wordings {

    private static final double GOOD_ALREADY = 4.45;
    private static final String EVENT = "[what happened, as a camera would have seen it]";
    private static final String FEELING = "[sad, worried, angry, tired ...?]";
    private static final String NEED = "[what you need: rest, closeness, to be heard ...]";
    private static final String ASK = "Would you [one thing that can be done, and when]?";

    private final RuleBook book;
    private final Predicate<String> clean;

    Wordings(RuleBook book, Predicate<String> clean) {
        this.book = book;
        this.clean = clean;
    }

    List<String> of(String text, Words words, Map<FlagName, List<Rule.Found>> flags,
            Map<SlotName, Rule.Found> slots, double score) {
        if (flags.isEmpty() && (score >= GOOD_ALREADY || !isAboutSomething(slots))) {
            return List.of();
        }
        boolean blank = flags.containsKey(FlagName.CONTROL_AS_BOUNDARY);
        OwnWords own = new OwnWords(book.vocabulary(), text, words);
        String event = blank ? EVENT : firstClean(own.events(), "When %s, I feel sad.", EVENT);
        String feeling = feeling(own, slots.get(SlotName.FEELING));
        String need = need(own, slots.get(SlotName.NEED));
        String ask = blank ? ASK : ask(own, slots.get(SlotName.REQUEST));
        Set<String> drafts = new LinkedHashSet<>();
        opening(flags, feeling, drafts);
        drafts.add("When " + event + ", I feel " + feeling + ". I need " + need + ". " + ask);
        drafts.add(seen(own, slots.get(SlotName.OTHER_PERSPECTIVE)) + " When " + event + ", I feel " + feeling + ". "
                + ask);
        drafts.add("I would like to understand it from your side too. How was it for you when " + event + "?");
        return drafts.stream().filter(clean).limit(3).toList();
    }

    private static boolean isAboutSomething(Map<SlotName, Rule.Found> slots) {
        return slots.containsKey(SlotName.OBSERVATION) || slots.containsKey(SlotName.REQUEST);
    }

    /** What fits a closed door or a counter-attack better than the usual shape. */
    private static void opening(Map<FlagName, List<Rule.Found>> flags, String feeling, Set<String> drafts) {
        if (flags.containsKey(FlagName.STONEWALLING)) {
            drafts.add("I feel " + feeling + " and need a break now. Can we go on [when, for example after dinner]?");
        }
        if (flags.containsKey(FlagName.DEFENSIVENESS)) {
            drafts.add("I can say yes to one part of it: [the part, even a small one]. I feel " + feeling
                    + ", and I would like to hear more about how it was for you.");
        }
    }

    private String firstClean(List<String> candidates, String frame, String otherwise) {
        return candidates.stream().filter(candidate -> clean.test(String.format(Locale.ROOT, frame, candidate)))
                .findFirst().orElse(otherwise);
    }

    private String feeling(OwnWords own, Rule.@Nullable Found found) {
        if (found != null && found.rule().grade() == 2) {
            Set<String> felt = own.among("own-felt", found.from(), found.to());
            if (!felt.isEmpty()) {
                return String.join(" and ", felt);
            }
        }
        String hint = guess(own, "underneath");
        return hint.isEmpty() ? FEELING : "[" + hint + "?]";
    }

    private String need(OwnWords own, Rule.@Nullable Found found) {
        if (found != null && found.rule().grade() == 2) {
            Set<String> needs = own.among("own-need", found.from(), found.to());
            if (!needs.isEmpty()) {
                return needs.iterator().next();
            }
        }
        String hint = guess(own, "needs");
        return hint.isEmpty() ? NEED : "[" + hint + "?]";
    }

    private String ask(OwnWords own, Rule.@Nullable Found found) {
        if (found != null && found.rule().grade() == 2) {
            String sentence = own.sentence(found.from());
            String asked = sentence.isEmpty()
                    ? sentence
                    : sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
            if (clean.test(asked)) {
                return asked;
            }
        }
        List<String> asks = new ArrayList<>();
        own.wishes().forEach(wish -> asks.add("Would you " + wish + " [when, how often]?"));
        return firstClean(asks, "%s", ASK);
    }

    private String seen(OwnWords own, Rule.@Nullable Found found) {
        String sentence = found == null ? "" : own.sentence(found.from());
        boolean usable = sentence.length() > 3 && (sentence.startsWith("I ") || sentence.startsWith("you "))
                && sentence.endsWith(".") && clean.test(sentence);
        return usable
                ? sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1)
                : "I can imagine that [how it may have been for you].";
    }

    private String guess(OwnWords own, String list) {
        for (Map.Entry<String, Set<String>> hint : book.hints(list).entrySet()) {
            if (own.firstOf(hint.getValue()) != null) {
                return hint.getKey();
            }
        }
        return "";
    }
}
