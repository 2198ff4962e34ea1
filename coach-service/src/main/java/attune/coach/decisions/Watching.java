package attune.coach.decisions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import attune.coach.safety.RiskTrajectory;
import attune.coach.safety.Watch;
import attune.eventlog.folds.Decision;
import attune.eventlog.folds.Folded;
import attune.events.Analysis;
import attune.events.CoachingEvent.RiskRaised;
import attune.events.EventId;
import attune.events.FindingId;
import attune.events.FoundRisk;
import attune.events.Heard;
import attune.events.JournalEvent.CheckInRecorded;
import attune.events.JournalEvent.ConflictEntryAdded;
import attune.events.JournalEvent.ConflictOpened;
import attune.events.JournalEvent.MeasureAnswered;
import attune.events.RiskFinding;
import attune.events.RiskTier;
import attune.events.Subject;
import attune.events.SubjectKind;

/**
 * Says at each thing that a client tells how much care it asks for. It says so each time and not only when the client's
 * tier would rise: a coach may have lowered the tier since, which the journal does not know.
 *
 * @param mood 1..5
 * @param field what stands before the pointers of the findings
 * @param hadText whether there were texts
 */
record Watching(EventId id, Subject about, String field, @Nullable Heard heard, boolean hadText,
        @Nullable Integer mood, RiskTier answered, Instant happenedAt, Instant now) {

    static Watching of(EventId id, CheckInRecorded checkIn, Instant happenedAt, Instant now) {
        return new Watching(id, new Subject(SubjectKind.CHECK_IN, checkIn.checkIn().value()), "", checkIn.heard(),
                checkIn.note() != null || !checkIn.words().isEmpty(), checkIn.mood(), RiskTier.S0, happenedAt, now);
    }

    static Watching of(EventId id, ConflictOpened opened, Instant happenedAt, Instant now) {
        return new Watching(id, new Subject(SubjectKind.CONFLICT, opened.conflict().value()), "", opened.heard(),
                opened.topic() != null || opened.whatHappened() != null, null, RiskTier.S0, happenedAt, now);
    }

    static Watching of(EventId id, ConflictEntryAdded entry, Instant happenedAt, Instant now) {
        return new Watching(id, new Subject(SubjectKind.CONFLICT, entry.conflict().value()),
                "/entries/" + entry.entry(), entry.heard(), entry.note() != null, null, RiskTier.S0, happenedAt, now);
    }

    static Watching of(EventId id, MeasureAnswered answers, Instant happenedAt, Instant now) {
        return new Watching(id, new Subject(SubjectKind.MEASURE, answers.answers().value()), "", null, false, null,
                answers.asks().known(), happenedAt, now);
    }

    /** The watch after this, and what has to be said. */
    Folded<Watch> folded(Watch watch) {
        RiskTrajectory after = watch.risk().after(heard, hadText, mood, happenedAt);
        RiskTier alone = alone(watch);
        RiskTier asks = RiskTier.higher(alone, addedUp(watch.risk()));
        return asks == RiskTier.S0
                ? Folded.of(watch.with(after))
                : new Folded<>(watch.with(after), List.of(new Decision("risk", new RiskRaised(about, asks,
                        reasons(watch, asks != alone), findings(),
                        watch.coaches(), now))));
    }

    /** What this asks for together with the weak signs before it, as if nothing had ever been raised. */
    private RiskTier addedUp(RiskTrajectory before) {
        return new RiskTrajectory(RiskTier.S0, before.signs(), List.of()).after(heard, hadText, mood, happenedAt)
                .tier();
    }

    /** What this asks for, whatever came before. */
    private RiskTier alone(Watch watch) {
        RiskTier found = heard == null
                ? RiskTier.S0
                : heard.findings().stream().map(RiskFinding::tier).reduce(RiskTier.S0, RiskTier::higher);
        RiskTier unknown = watch.unreadable() || isNotUnderstood() ? RiskTier.S1 : RiskTier.S0;
        return Stream.of(found, unknown).reduce(answered, RiskTier::higher);
    }

    private boolean isNotUnderstood() {
        return heard == null ? hadText : heard.analysis() != Analysis.ANALYSED;
    }

    private List<String> reasons(Watch watch, boolean addedUp) {
        Set<String> reasons = new LinkedHashSet<>();
        if (heard != null && heard.findings().stream().anyMatch(finding -> finding.tier() != RiskTier.S0)) {
            reasons.add("finding");
        }
        if (answered != RiskTier.S0) {
            reasons.add("measure");
        }
        if (watch.unreadable()) {
            reasons.add("unreadable");
        }
        if (isNotUnderstood()) {
            reasons.add(heard == null ? "not-listened" : heard.analysis().wireName());
        }
        if (addedUp) {
            reasons.add("signs-add-up");
        }
        return List.copyOf(reasons);
    }

    private List<FoundRisk> findings() {
        if (heard == null) {
            return List.of();
        }
        List<FoundRisk> found = new ArrayList<>();
        for (RiskFinding finding : heard.findings()) {
            found.add(new FoundRisk(FindingId.derivedFrom(id, found.size()), finding.family(), about,
                    field + finding.passage().field(), finding.passage().start(), finding.passage().end(),
                    finding.who(), finding.negated(), finding.time(), finding.confidence(), finding.rule(),
                    finding.tier()));
        }
        return found;
    }
}
