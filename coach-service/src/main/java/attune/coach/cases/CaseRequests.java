package attune.coach.cases;

import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

import attune.events.Judgement;
import attune.events.PrivateText;
import attune.events.RiskFamily;
import attune.events.RiskTier;
import attune.events.WireName;
import attune.http.problems.FieldErrors;

/** What coaches send. Each says in {@code checked()} what it means or names every faulty field. */
final class CaseRequests {

    private static final int LONGEST = 4_000;
    private static final int LONGEST_REASON = 1_000;

    private CaseRequests() {}

    /** {@code {"text": "I called."}}. */
    record NoteBody(@Nullable String text) {

        PrivateText checked() {
            return checkedText("/text", text, LONGEST);
        }
    }

    /**
     * {@code {"verdict": "idiom"}}.
     *
     * @param family needed for what nobody found, with the verdict {@code missed}
     */
    record VerdictBody(@Nullable String verdict, @Nullable String family) {

        Said checked() {
            FieldErrors errors = new FieldErrors();
            errors.required("/verdict", verdict);
            errors.oneOf("/verdict", verdict, names(Judgement.class));
            errors.oneOf("/family", family, names(RiskFamily.class));
            errors.throwIfAny();
            return new Said(WireName.parse(Judgement.class, String.valueOf(verdict)).orElse(Judgement.UNKNOWN),
                    WireName.parse(RiskFamily.class, String.valueOf(family)).orElse(null));
        }

        record Said(Judgement verdict, @Nullable RiskFamily family) {}
    }

    /** {@code {"tier": "s1", "reason": "It was about a film."}}. */
    record TierBody(@Nullable String tier, @Nullable String reason) {

        Wanted checked() {
            FieldErrors errors = new FieldErrors();
            errors.required("/tier", tier);
            errors.oneOf("/tier", tier, names(RiskTier.class));
            check(errors, "/reason", reason, LONGEST_REASON);
            errors.throwIfAny();
            return new Wanted(WireName.parse(RiskTier.class, String.valueOf(tier)).orElse(RiskTier.UNKNOWN),
                    PrivateText.of(String.valueOf(reason)));
        }

        record Wanted(RiskTier tier, PrivateText reason) {}
    }

    /** {@code {"note": "There is a plan."}}; the note may be left out. */
    record ClosureBody(@Nullable String note) {

        @Nullable
        PrivateText checked() {
            return note == null ? null : checkedText("/note", note, LONGEST);
        }
    }

    private static PrivateText checkedText(String pointer, @Nullable String text, int longest) {
        FieldErrors errors = new FieldErrors();
        check(errors, pointer, text, longest);
        errors.throwIfAny();
        return PrivateText.of(String.valueOf(text));
    }

    private static void check(FieldErrors errors, String pointer, @Nullable String text, int longest) {
        errors.required(pointer, text);
        errors.notBlank(pointer, text);
        errors.maxLength(pointer, text, longest);
    }

    private static <T extends Enum<T> & WireName> List<String> names(Class<T> choices) {
        return Arrays.stream(choices.getEnumConstants()).filter(choice -> !choice.name().equals("UNKNOWN"))
                .map(WireName::wireName).toList();
    }
}
