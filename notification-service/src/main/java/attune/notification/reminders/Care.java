package attune.notification.reminders;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import attune.eventlog.documents.DocumentKind;
import attune.eventlog.folds.Update;
import attune.eventlog.records.Recorded;
import attune.events.CaseId;
import attune.events.CoachingEvent;
import attune.events.CoachingEvent.CaseClosed;
import attune.events.CoachingEvent.CaseOpened;
import attune.events.CoachingEvent.CaseRaised;
import attune.events.CoachingEvent.RiskRaised;
import attune.events.CoachingEvent.TierChanged;
import attune.events.PersonId;
import attune.events.RiskTier;

/**
 * How much care a person needs, as far as reminders stop for it. Document id: the person. In doubt they stop.
 *
 * @param tier the highest that was asked for since a coach last changed it
 * @param open the cases that nobody has closed
 * @param incomplete whether something about the person could not be read
 */
public record Care(RiskTier tier, List<CaseId> open, boolean incomplete) {

    public static final DocumentKind<Care> DOCUMENT = new DocumentKind<>("care", Care.class,
            new Care(RiskTier.S0, List.of(), false));

    public Care {
        open = List.copyOf(open);
    }

    /** What an event changes here. */
    public static List<Update<?>> updates(Recorded<CoachingEvent> recorded) {
        return switch (recorded.event()) {
            case RiskRaised raised -> update(recorded.person(), before -> before.atLeast(raised.asks()));
            case TierChanged changed -> update(recorded.person(),
                    before -> new Care(changed.to(), before.open, before.incomplete));
            case CaseOpened opened -> update(recorded.person(),
                    before -> before.with(opened.caseId()).atLeast(opened.tier()));
            case CaseRaised raised -> update(recorded.person(),
                    before -> before.with(raised.caseId()).atLeast(raised.tier()));
            case CaseClosed closed -> update(recorded.person(), before -> before.without(closed.caseId()));
            default -> List.of();
        };
    }

    /** What it changes here that something about the person could not be read. */
    public static List<Update<?>> incomplete(PersonId person) {
        return update(person, before -> new Care(before.tier, before.open, true));
    }

    /** Whether nothing comes by itself that leads the person to the other one. */
    boolean stopsFollowUps() {
        return incomplete || tier != RiskTier.S0 || !open.isEmpty();
    }

    /** Whether nothing comes by itself at all. */
    boolean stopsAll() {
        return incomplete || tier == RiskTier.S3 || tier == RiskTier.UNKNOWN;
    }

    private static List<Update<?>> update(PersonId person, UnaryOperator<Care> change) {
        return List.of(Update.of(DOCUMENT, person.value(), change));
    }

    private Care atLeast(RiskTier asked) {
        return new Care(asked.compareTo(tier) > 0 ? asked : tier, open, incomplete);
    }

    private Care with(CaseId caseId) {
        List<CaseId> more = new ArrayList<>(without(caseId).open);
        more.add(caseId);
        return new Care(tier, more, incomplete);
    }

    private Care without(CaseId caseId) {
        return new Care(tier, open.stream().filter(other -> !other.equals(caseId)).toList(), incomplete);
    }
}
