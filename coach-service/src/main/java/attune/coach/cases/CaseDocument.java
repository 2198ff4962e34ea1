package attune.coach.cases;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import attune.eventlog.documents.DocumentKind;
import attune.events.CaseId;
import attune.events.CoachingEvent.CaseAcknowledged;
import attune.events.CoachingEvent.CaseClosed;
import attune.events.CoachingEvent.CaseEscalated;
import attune.events.CoachingEvent.CaseNoted;
import attune.events.CoachingEvent.CaseOpened;
import attune.events.CoachingEvent.CaseRaised;
import attune.events.CoachingEvent.FindingJudged;
import attune.events.CoachingEvent.TierLowered;
import attune.events.FindingId;
import attune.events.FoundRisk;
import attune.events.Judgement;
import attune.events.NoteId;
import attune.events.PersonId;
import attune.events.PrivateText;
import attune.events.RiskFamily;
import attune.events.RiskTier;
import attune.events.Rung;

/**
 * A case as coaches read it. Document id: {@code person/case}.
 *
 * @param body null until the case was opened
 * @param findings the latest, oldest first
 * @param steps what happened, oldest first
 */
record CaseDocument(@Nullable Body body, List<Finding> findings, List<Note> notes, List<CaseStep> steps) {

    static final DocumentKind<CaseDocument> KIND = new DocumentKind<>("cases", CaseDocument.class,
            new CaseDocument(null, List.of(), List.of(), List.of()));

    private static final int MOST = 200;

    CaseDocument {
        findings = List.copyOf(findings);
        notes = List.copyOf(notes);
        steps = List.copyOf(steps);
    }

    /**
     * What a case is.
     *
     * @param tier the highest that it had
     * @param round counts from 0 how often it had to be acknowledged anew
     * @param rung the last that was asked, 0 for those who were asked at the opening
     */
    record Body(CaseId caseId, PersonId client, RiskTier tier, Instant openedAt, Instant acknowledgeBy,
            List<Rung> ladder, int round, int rung, @Nullable PersonId acknowledgedBy, @Nullable Instant acknowledgedAt,
            @Nullable Instant closedAt) {

        Body {
            ladder = List.copyOf(ladder);
        }

        String state() {
            if (closedAt != null) {
                return "closed";
            }
            return acknowledgedAt == null ? "open" : "acknowledged";
        }

        Body renewed(CaseRaised raised) {
            return raised.renewed()
                    ? new Body(caseId, client, raised.tier(), openedAt, raised.acknowledgeBy(), raised.ladder(),
                            round + 1, 0, null, null, closedAt)
                    : new Body(caseId, client, raised.tier(), openedAt, acknowledgeBy, ladder, round, rung,
                            acknowledgedBy, acknowledgedAt, closedAt);
        }

        Body escalated(int newRung) {
            return new Body(caseId, client, tier, openedAt, acknowledgeBy, ladder, round, newRung, acknowledgedBy,
                    acknowledgedAt, closedAt);
        }

        Body acknowledged(PersonId by, Instant at) {
            return acknowledgedAt != null
                    ? this
                    : new Body(caseId, client, tier, openedAt, acknowledgeBy, ladder, round, rung, by, at, closedAt);
        }

        Body closed(Instant at) {
            return new Body(caseId, client, tier, openedAt, acknowledgeBy, ladder, round, rung, acknowledgedBy,
                    acknowledgedAt, closedAt == null ? at : closedAt);
        }
    }

    /** A finding and what a coach made of it. One that nobody found has a family and no place. */
    record Finding(FindingId id, RiskFamily family, @Nullable FoundRisk found, @Nullable Judgement verdict,
            @Nullable PersonId by, @Nullable Instant at) {}

    /** A coach's note. */
    record Note(NoteId id, PrivateText text, PersonId by, Instant at) {}

    static String id(PersonId person, CaseId caseId) {
        return person.value() + "/" + caseId;
    }

    CaseDocument after(PersonId client, CaseOpened opened) {
        if (body != null) {
            return this;
        }
        Body newBody = new Body(opened.caseId(), client, opened.tier(), opened.openedAt(), opened.acknowledgeBy(),
                opened.ladder(), 0, 0, null, null, null);
        return new CaseDocument(newBody, findings, notes, steps).found(opened.findings())
                .step(CaseStep.of("opened", opened.openedAt()).at(opened.tier()));
    }

    CaseDocument after(CaseRaised raised) {
        return change(known -> known.renewed(raised)).found(raised.findings())
                .step(CaseStep.of(raised.renewed() ? "raised" : "added", raised.raisedAt()).at(raised.tier()));
    }

    /** A rung that comes too late, after somebody acknowledged it, changes nothing. */
    CaseDocument after(CaseEscalated escalated) {
        if (body == null || body.acknowledgedAt() != null || body.closedAt() != null
                || escalated.rung() <= body.rung()) {
            return this;
        }
        return change(known -> known.escalated(escalated.rung()))
                .step(CaseStep.of("escalated", escalated.dueAt()).to(escalated.to()));
    }

    CaseDocument after(CaseAcknowledged acknowledged) {
        return change(known -> known.acknowledged(acknowledged.by(), acknowledged.at()))
                .step(CaseStep.of("acknowledged", acknowledged.at()).by(acknowledged.by()));
    }

    CaseDocument after(CaseNoted noted) {
        return notes.stream().anyMatch(note -> note.id().equals(noted.noteId()))
                ? this
                : new CaseDocument(body, findings,
                        last(notes, new Note(noted.noteId(), noted.text(), noted.by(), noted.at())), steps)
                        .step(CaseStep.of("noted", noted.at()).by(noted.by()));
    }

    CaseDocument after(FindingJudged judged) {
        List<Finding> others = findings.stream().filter(one -> !one.id().equals(judged.finding())).toList();
        FoundRisk found = finding(judged.finding()).map(Finding::found).orElse(null);
        return new CaseDocument(body, last(others, new Finding(judged.finding(), judged.family(), found,
                judged.verdict(), judged.by(), judged.at())), notes, steps)
                .step(CaseStep.of("judged", judged.at()).by(judged.by()));
    }

    CaseDocument after(TierLowered lowered) {
        return step(
                CaseStep.of("tier-lowered", lowered.at()).by(lowered.by()).at(lowered.tier()).because(lowered.note()));
    }

    CaseDocument after(CaseClosed closed) {
        List<Note> more = closed.note() == null
                ? notes
                : last(notes, new Note(new NoteId(closed.caseId().value()), closed.note(), closed.by(), closed.at()));
        return new CaseDocument(body == null ? null : body.closed(closed.at()), findings, more, steps)
                .step(CaseStep.of("closed", closed.at()).by(closed.by()));
    }

    Optional<Finding> finding(FindingId id) {
        return findings.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    private CaseDocument change(UnaryOperator<Body> change) {
        return new CaseDocument(body == null ? null : change.apply(body), findings, notes, steps);
    }

    private CaseDocument found(List<FoundRisk> more) {
        CaseDocument document = this;
        for (FoundRisk one : more) {
            if (document.finding(one.finding()).isEmpty()) {
                document = new CaseDocument(body, last(document.findings,
                        new Finding(one.finding(), one.family(), one, null, null, null)), notes, steps);
            }
        }
        return document;
    }

    private CaseDocument step(CaseStep step) {
        return new CaseDocument(body, findings, notes, last(steps, step));
    }

    private static <T> List<T> last(List<T> all, T one) {
        List<T> more = Stream.concat(all.stream(), Stream.of(one)).toList();
        return more.subList(Math.max(0, more.size() - MOST), more.size());
    }
}
