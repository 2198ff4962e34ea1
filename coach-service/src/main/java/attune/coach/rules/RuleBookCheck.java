package attune.coach.rules;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;

import com.google.errorprone.annotations.FormatMethod;

/** Checks what stands in a rule book, so that a fault shows at the start and not in front of a client. */
final class RuleBookCheck {

    private static final int LONGEST_TITLE = 60;
    private static final int LONGEST_BODY = 500;
    private static final int LONGEST_STEP = 200;
    private static final int MOST_STEPS = 6;
    private static final int LONGEST_MINUTES = 60;
    private static final Pattern EVIDENCE = Pattern.compile("[A-D][+-]?(/[A-D][+-]?)?");
    private static final Pattern NAME = Pattern.compile("[a-z][a-z-]*");
    private static final Map<String, ToIntFunction<Limits>> LIMITS = Map.of(
            "perDay", Limits::perDay, "perWeek", Limits::perWeek, "gapHours", Limits::gapHours,
            "sameCardDays", Limits::sameCardDays, "sameFamilyDays", Limits::sameFamilyDays,
            "nowHours", Limits::nowHours, "otherHours", Limits::otherHours, "cautionDays", Limits::cautionDays);
    /** How long the state remembers what was suggested. */
    private static final int MEMORY_DAYS = 30;

    private final String file;
    private final Contents contents;
    private final Set<Object> seen = new HashSet<>();

    RuleBookCheck(String file, Contents contents) {
        this.file = file;
        this.contents = contents;
    }

    void run() {
        require(file.equals("rules/" + contents.version() + ".yml"),
                "its version is %s, which is not the name of the file", contents.version());
        checkLimits(contents.limits());
        checkSigns(contents.signs());
        contents.rules().forEach(this::check);
        RuleBook.CONDITIONS.keySet().forEach(id -> require(seen.contains(id), "the rule %s is missing", id));
        require(seen.contains(RuleBook.DO_NOTHING), "the rule %s is missing", RuleBook.DO_NOTHING);
    }

    private void checkLimits(Limits limits) {
        LIMITS.forEach((name, limit) -> require(limit.applyAsInt(limits) > 0,
                "limits.%s has to be above 0", name));
        require(limits.sameCardDays() <= MEMORY_DAYS && limits.sameFamilyDays() <= MEMORY_DAYS,
                "limits.sameCardDays and limits.sameFamilyDays can be at most %s", MEMORY_DAYS);
        require(limits.perDay() <= limits.perWeek(), "limits.perDay is above limits.perWeek");
    }

    private void checkSigns(Contents.SignsOfCare signs) {
        require(isRating(signs.safetyAtMost()) && isRating(signs.arousalAtLeast()),
                "the ratings under signs have to be from 1 to 5");
        List.of(signs.fear(), signs.hardOnSelf(), signs.needsAPerson()).forEach(words -> words
                .forEach(word -> require(word.equals(word.strip().toLowerCase(Locale.ROOT))
                        && !word.isEmpty(), "the word '%s' under signs is not in lower case", word)));
    }

    private void check(Rule rule) {
        require(seen.add(rule.id()), "there are two rules %s", rule.id());
        require(seen.add(rule.precedence()), "two rules have the precedence %s", rule.precedence());
        require(NAME.matcher(rule.family()).matches(), "the family of %s is not lower case letters and dashes",
                rule.id());
        require(EVIDENCE.matcher(rule.evidence()).matches(), "the evidence of %s is not a grade such as B or A/B",
                rule.id());
        if (rule.id().equals(RuleBook.DO_NOTHING)) {
            require(rule.cards().isEmpty(), "the rule %s has cards", rule.id());
            return;
        }
        Condition condition = RuleBook.CONDITIONS.get(rule.id());
        if (condition == null) {
            throw fault("nobody knows when the rule %s applies", rule.id());
        }
        condition.numbers().forEach(name -> require(rule.when().getOrDefault(name, 0) > 0,
                "%s needs a number above 0 for when.%s", rule.id(), name));
        rule.when().keySet().forEach(name -> require(condition.numbers().contains(name),
                "%s does not look at when.%s", rule.id(), name));
        require(!rule.cards().isEmpty(), "%s has no cards", rule.id());
        rule.cards().forEach(card -> check(rule, card));
    }

    private void check(Rule rule, Card card) {
        require(seen.add(card.id()), "there are two cards %s", card.id());
        require(card.id().startsWith(rule.id() + ".")
                && NAME.matcher(card.id().substring(rule.id().length() + 1)).matches(),
                "the card %s is not named %s. and lower case letters", card.id(), rule.id());
        require(card.minutes() >= 1 && card.minutes() <= LONGEST_MINUTES, "%s takes other than 1 to 60 minutes",
                card.id());
        require(isText(card.title(), LONGEST_TITLE), "the title of %s is empty or too long", card.id());
        require(isText(card.body(), LONGEST_BODY), "the body of %s is empty or too long", card.id());
        require(!card.steps().isEmpty() && card.steps().size() <= MOST_STEPS, "%s has not 1 to 6 steps", card.id());
        card.steps().forEach(step -> require(isText(step, LONGEST_STEP), "a step of %s is empty or too long",
                card.id()));
    }

    private static boolean isText(String text, int longest) {
        return !text.isBlank() && text.length() <= longest && text.equals(text.strip()) && !text.contains("\n");
    }

    private static boolean isRating(int number) {
        return number >= 1 && number <= 5;
    }

    @FormatMethod
    private void require(boolean holds, String fault, Object... parts) {
        if (!holds) {
            throw fault(fault, parts);
        }
    }

    @FormatMethod
    private UnusableRuleBookException fault(String fault, Object... parts) {
        return new UnusableRuleBookException(file, fault.formatted(parts));
    }
}
