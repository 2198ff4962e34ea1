package attune.coach.cases;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import attune.coach.cases.CaseDocument.Finding;
import attune.coach.cases.CaseDocument.Note;
import attune.coach.cases.FindingsFold.Words;
import attune.coach.gate.GateState;
import attune.events.CaseId;
import attune.events.Experiencer;
import attune.events.FindingId;
import attune.events.FoundRisk;
import attune.events.Judgement;
import attune.events.PersonId;
import attune.events.PrivateText;
import attune.events.RiskFamily;
import attune.events.RiskTier;
import attune.events.Rung;
import attune.events.Subject;
import attune.events.Timing;

/**
 * A case as its coaches read it.
 *
 * @param tier the highest that the case had
 * @param tierNow the tier of the client
 * @param lowestTier below this the tier cannot be lowered before the findings are looked at
 * @param state open, acknowledged or closed
 */
record CaseView(CaseId id, PersonId client, RiskTier tier, RiskTier tierNow, RiskTier lowestTier, String state,
        Instant openedAt, Instant acknowledgeBy, @Nullable PersonId acknowledgedBy, @Nullable Instant acknowledgedAt,
        @Nullable Instant closedAt, List<Rung> ladder, List<FindingView> findings, List<Note> notes,
        List<CaseStep> steps) {

    /**
     * A finding with its words, which nobody but the coaches of the case sees.
     *
     * @param tier what it asks for; s0 when the rules passed over it
     */
    record FindingView(FindingId id, RiskFamily family, @Nullable RiskTier tier, @Nullable Subject about,
            @Nullable String field, @Nullable Integer start, @Nullable Integer end, @Nullable PrivateText text,
            @Nullable Experiencer who, @Nullable Boolean negated, @Nullable Timing time, @Nullable Double confidence,
            @Nullable String rule, @Nullable Judgement verdict, @Nullable PersonId by, @Nullable Instant at) {

        static FindingView of(Finding finding, @Nullable Words words) {
            FoundRisk found = finding.found();
            if (found == null) {
                return new FindingView(finding.id(), finding.family(), null, null, null, null, null, null, null, null,
                        null, null, null, finding.verdict(), finding.by(), finding.at());
            }
            return new FindingView(finding.id(), finding.family(), found.tier(), found.about(), found.field(),
                    found.start(), found.end(), words == null ? null : words.text(), found.who(), found.negated(),
                    found.time(), found.confidence(), found.rule(), finding.verdict(), finding.by(), finding.at());
        }
    }

    /** With the words of the findings, by the ids of their documents. */
    static CaseView of(Cases.Read read, Map<String, Words> words) {
        CaseDocument.Body body = read.body();
        GateState client = read.client();
        return new CaseView(body.caseId(), body.client(), body.tier(),
                client == null ? body.tier() : client.effectiveTier(), client == null ? body.tier() : client.floor(),
                body.state(), body.openedAt(), body.acknowledgeBy(), body.acknowledgedBy(), body.acknowledgedAt(),
                body.closedAt(), body.ladder(),
                read.document().findings().stream()
                        .map(one -> FindingView.of(one, words.get(FindingsFold.id(body.client(), one.id())))).toList(),
                read.document().notes(), read.document().steps());
    }
}
