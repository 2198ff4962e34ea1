package attune.coach.cases;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import attune.eventlog.documents.DocumentKind;
import attune.events.CaseId;
import attune.events.CoachingEvent.CaseAcknowledged;
import attune.events.CoachingEvent.CaseClosed;
import attune.events.CoachingEvent.CaseEscalated;
import attune.events.CoachingEvent.CaseOpened;
import attune.events.CoachingEvent.CaseRaised;
import attune.events.PersonId;
import attune.events.RiskTier;
import attune.events.Rung;

/**
 * The open cases of one partition, for the timer that climbs their ladders and for those who watch. Document id: the
 * partition.
 */
record OpenCases(List<One> cases) {

    static final DocumentKind<OpenCases> KIND = new DocumentKind<>("openCases", OpenCases.class,
            new OpenCases(List.of()));

    private static final Duration SHORTEST_PAUSE = Duration.ofMinutes(5);
    private static final Duration LONGEST_PAUSE = Duration.ofDays(1);

    OpenCases {
        cases = List.copyOf(cases);
    }

    /**
     * An open case.
     *
     * @param from when the clock began
     * @param round counts from 0 how often it had to be acknowledged anew
     * @param rung the last that was asked, 0 for the first
     */
    record One(CaseId caseId, PersonId client, RiskTier tier, Instant openedAt, Instant from, Instant acknowledgeBy,
            List<Rung> ladder, int round, int rung, boolean acknowledged) {

        One {
            ladder = List.copyOf(ladder);
        }

        /** A rung that is not the next one belongs to a clock that no longer runs. */
        One escalated(CaseEscalated escalated) {
            boolean next = !ladder.isEmpty() && escalated.rung() == rung + 1 && escalated.dueAt().equals(next().at());
            return next
                    ? new One(caseId, client, tier, openedAt, from, acknowledgeBy, ladder, round, rung + 1,
                            acknowledged)
                    : this;
        }

        One withAcknowledgement() {
            return new One(caseId, client, tier, openedAt, from, acknowledgeBy, ladder, round, rung, true);
        }

        One raised(CaseRaised raised) {
            return raised.renewed()
                    ? new One(caseId, client, raised.tier(), openedAt, raised.raisedAt(), raised.acknowledgeBy(),
                            raised.ladder(), round + 1, 0, false)
                    : new One(caseId, client, raised.tier(), openedAt, from, acknowledgeBy, ladder, round, rung,
                            acknowledged);
        }

        /** Whether nobody has acknowledged it in time. */
        boolean isOverdue(Instant now) {
            return !acknowledged && acknowledgeBy.isBefore(now);
        }

        /** Whether somebody else has to be asked now. */
        boolean isDue(Instant now) {
            return !acknowledged && !ladder.isEmpty() && !next().at().isAfter(now);
        }

        /** The rung after the last that was asked; beyond the end of the ladder its last rung is asked again. */
        Rung next() {
            int last = ladder.size() - 1;
            if (rung < last) {
                return ladder.get(rung + 1);
            }
            Rung end = ladder.get(last);
            return new Rung(end.kind(), end.coaches(), acknowledgeBy.plus(pause(rung - last)));
        }

        /** Again when the time is up, and from then on at pauses that double, up to a day. */
        private Duration pause(int again) {
            if (again == 0) {
                return Duration.ZERO;
            }
            Duration limit = Duration.between(from, acknowledgeBy);
            Duration first = limit.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : limit;
            Duration pause = first.multipliedBy((1L << Math.min(again, 10)) - 1);
            return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE.multipliedBy(again);
        }
    }

    OpenCases after(PersonId client, CaseOpened opened) {
        One one = new One(opened.caseId(), client, opened.tier(), opened.openedAt(), opened.openedAt(),
                opened.acknowledgeBy(), opened.ladder(), 0, 0, false);
        return cases.stream().anyMatch(known -> known.caseId().equals(one.caseId()))
                ? this
                : new OpenCases(Stream.concat(cases.stream(), Stream.of(one)).toList());
    }

    OpenCases after(CaseRaised raised) {
        return change(raised.caseId(), one -> one.raised(raised));
    }

    OpenCases after(CaseEscalated escalated) {
        return change(escalated.caseId(), one -> one.escalated(escalated));
    }

    OpenCases after(CaseAcknowledged acknowledged) {
        return change(acknowledged.caseId(), One::withAcknowledgement);
    }

    OpenCases after(CaseClosed closed) {
        return new OpenCases(cases.stream().filter(one -> !one.caseId().equals(closed.caseId())).toList());
    }

    private OpenCases change(CaseId caseId, UnaryOperator<One> change) {
        return new OpenCases(cases.stream()
                .map(one -> one.caseId().equals(caseId) ? change.apply(one) : one).toList());
    }
}
