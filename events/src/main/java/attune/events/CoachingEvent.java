package attune.events;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * What Attune and the coaches make of what clients say, and what the clients make of that: the log
 * {@link Log#COACHING}.
 */
public sealed interface CoachingEvent extends Event {

    /**
     * A suggestion was made to a person.
     *
     * @param rule such as {@code R02}
     * @param ruleVersion the version of the rule file, such as {@code 2026-11-1}
     * @param card which wording of the rule, such as {@code R02.time-out}
     * @param why one sentence in the client's terms
     * @param evidence grade of the evidence: A, B, C or D, also B+ or A/B
     * @param minutes how long it takes
     * @param about what caused it
     * @param inputs what the rule looked at, by name and in the order of names; numbers and choices only, never text of
     *            a person
     * @param withheld the other rules that applied, and why they stood back
     * @param audience with whom the cause is shared
     */
    record SuggestionOffered(SuggestionId suggestion, String rule, String ruleVersion, String card, PrivateText title,
            PrivateText body, List<PrivateText> steps, PrivateText why, String evidence, Integer minutes, Subject about,
            Instant offeredAt, Instant expiresAt, Map<String, String> inputs, List<Withheld> withheld,
            List<Audience> audience) implements CoachingEvent {

        public SuggestionOffered {
            Objects.requireNonNull(suggestion, "suggestion");
            Objects.requireNonNull(rule, "rule");
            Objects.requireNonNull(ruleVersion, "ruleVersion");
            Objects.requireNonNull(card, "card");
            Objects.requireNonNull(title, "title");
            Objects.requireNonNull(body, "body");
            steps = listOf(steps);
            Objects.requireNonNull(why, "why");
            Objects.requireNonNull(evidence, "evidence");
            Objects.requireNonNull(minutes, "minutes");
            Objects.requireNonNull(about, "about");
            Objects.requireNonNull(offeredAt, "offeredAt");
            Objects.requireNonNull(expiresAt, "expiresAt");
            inputs = sortedMapOf(inputs);
            withheld = listOf(withheld);
            audience = listOf(audience);
        }
    }

    /**
     * Nothing was suggested, on purpose (rule R23 of the rule book).
     *
     * @param reason why silence was best, such as {@code budget-spent} or {@code nothing-fits}
     */
    record NothingSuggested(String ruleVersion, String reason, Subject about, List<Withheld> withheld)
            implements
                CoachingEvent {

        public NothingSuggested {
            Objects.requireNonNull(ruleVersion, "ruleVersion");
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(about, "about");
            withheld = listOf(withheld);
        }
    }

    /**
     * The client said what they made of a suggestion. A later answer replaces an earlier one.
     *
     * @param helpful 1..5
     */
    record SuggestionAnswered(SuggestionId suggestion, Answer answer, @Nullable Integer helpful)
            implements
                CoachingEvent {

        public SuggestionAnswered {
            Objects.requireNonNull(suggestion, "suggestion");
            Objects.requireNonNull(answer, "answer");
        }
    }

    /**
     * The rules looked at something that a client told and would say this; the safety gate has not seen it yet.
     *
     * @param ruleVersion the version of the rule file, such as {@code 2026-11-1}
     * @param about what the client told
     * @param proposedAt when that was recorded
     * @param proposals the rules that apply, the one that goes first at the front; empty when none does
     * @param withheld the rules that applied but stood back for reasons of their own
     * @param audience with whom the client shared what they told
     */
    record SuggestionProposed(String ruleVersion, Subject about, Instant proposedAt, List<Proposal> proposals,
            List<Withheld> withheld, List<Audience> audience) implements CoachingEvent {

        public SuggestionProposed {
            Objects.requireNonNull(ruleVersion, "ruleVersion");
            Objects.requireNonNull(about, "about");
            Objects.requireNonNull(proposedAt, "proposedAt");
            proposals = listOf(proposals);
            withheld = listOf(withheld);
            audience = listOf(audience);
        }
    }

    /**
     * What one rule would say.
     *
     * @param rule such as {@code R02}
     * @param cards the wordings that fit, by their ids, in the order in which they are tried
     * @param why one sentence in the client's terms
     * @param inputs what the rule looked at, by name and in the order of names
     */
    record Proposal(String rule, List<String> cards, PrivateText why, Map<String, String> inputs, Subject about,
            List<Audience> audience) {

        public Proposal {
            Objects.requireNonNull(rule, "rule");
            cards = listOf(cards);
            Objects.requireNonNull(why, "why");
            inputs = sortedMapOf(inputs);
            Objects.requireNonNull(about, "about");
            audience = listOf(audience);
        }
    }

    /**
     * The safety gate held a card back. It was never shown and does not count as offered.
     *
     * @param tier of the client at that moment
     * @param reason such as {@code couple-cards-paused}
     */
    record SuggestionBlocked(String rule, String ruleVersion, String card, String family, Subject about,
            RiskTier tier, String reason) implements CoachingEvent {

        public SuggestionBlocked {
            Objects.requireNonNull(rule, "rule");
            Objects.requireNonNull(ruleVersion, "ruleVersion");
            Objects.requireNonNull(card, "card");
            Objects.requireNonNull(family, "family");
            Objects.requireNonNull(about, "about");
            Objects.requireNonNull(tier, "tier");
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * Something that a client wanted to share with their partner is not shared. The partner is told nothing.
     *
     * @param about what was to be shared
     * @param tier of the client at that moment
     */
    record SharingBlocked(Subject about, RiskTier tier, String reason) implements CoachingEvent {

        public SharingBlocked {
            Objects.requireNonNull(about, "about");
            Objects.requireNonNull(tier, "tier");
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * Something that a client told asks for care. Whether their tier rises by it follows from all that stands on this
     * log before.
     *
     * @param asks never {@link RiskTier#S0}
     * @param reasons why, such as {@code not-analysed}
     * @param findings what was found, with those that were passed over
     * @param coaches whom the client's consents name
     * @param raisedAt when what the client told was recorded
     */
    record RiskRaised(Subject about, RiskTier asks, List<String> reasons, List<FoundRisk> findings,
            List<PersonId> coaches, Instant raisedAt) implements CoachingEvent {

        public RiskRaised {
            Objects.requireNonNull(about, "about");
            Objects.requireNonNull(asks, "asks");
            reasons = listOf(reasons);
            findings = listOf(findings);
            coaches = listOf(coaches);
            Objects.requireNonNull(raisedAt, "raisedAt");
        }
    }

    /**
     * A client's tier is another one from here on.
     *
     * @param caseId the case in which a coach lowered it; null when it rose, or when there was no case
     */
    record TierChanged(RiskTier from, RiskTier to, @Nullable CaseId caseId, Instant at) implements CoachingEvent {

        public TierChanged {
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(to, "to");
            Objects.requireNonNull(at, "at");
        }
    }

    /**
     * People have to look at a client.
     *
     * @param tier S2 or S3
     * @param acknowledgeBy until when one of them should have said that they do
     * @param ladder who is asked and when, first to last; the first rung at once
     * @param findings all that nobody has looked at yet
     */
    record CaseOpened(CaseId caseId, RiskTier tier, Subject about, Instant openedAt, Instant acknowledgeBy,
            List<Rung> ladder, List<FoundRisk> findings) implements CoachingEvent {

        public CaseOpened {
            Objects.requireNonNull(caseId, "caseId");
            Objects.requireNonNull(tier, "tier");
            Objects.requireNonNull(about, "about");
            Objects.requireNonNull(openedAt, "openedAt");
            Objects.requireNonNull(acknowledgeBy, "acknowledgeBy");
            ladder = listOf(ladder);
            findings = listOf(findings);
        }
    }

    /**
     * There is something new in an open case.
     *
     * @param tier of the case from now on
     * @param renewed whether the case has risen and has to be acknowledged anew, on the new ladder and by the new time;
     *            when false, both are those of before
     * @param findings the new ones
     */
    record CaseRaised(CaseId caseId, RiskTier tier, Boolean renewed, Subject about, Instant raisedAt,
            Instant acknowledgeBy, List<Rung> ladder, List<FoundRisk> findings) implements CoachingEvent {

        public CaseRaised {
            Objects.requireNonNull(caseId, "caseId");
            Objects.requireNonNull(tier, "tier");
            renewed = Objects.requireNonNullElse(renewed, false);
            Objects.requireNonNull(about, "about");
            Objects.requireNonNull(raisedAt, "raisedAt");
            Objects.requireNonNull(acknowledgeBy, "acknowledgeBy");
            ladder = listOf(ladder);
            findings = listOf(findings);
        }
    }

    /**
     * Nobody acknowledged a case in time, so others are asked too.
     *
     * @param rung counts from 1, the first after those who were asked at the opening; it goes on after the last rung of
     *            the ladder, which is then asked again
     * @param to who is asked now
     * @param dueAt when this was due
     */
    record CaseEscalated(CaseId caseId, RiskTier tier, Integer rung, RungKind kind, List<PersonId> to, Instant dueAt)
            implements
                CoachingEvent {

        public CaseEscalated {
            Objects.requireNonNull(caseId, "caseId");
            Objects.requireNonNull(tier, "tier");
            Objects.requireNonNull(rung, "rung");
            Objects.requireNonNull(kind, "kind");
            to = listOf(to);
            Objects.requireNonNull(dueAt, "dueAt");
        }
    }

    /** A coach looks at a case: nobody else is asked from here on. */
    record CaseAcknowledged(CaseId caseId, PersonId by, Instant at) implements CoachingEvent {

        public CaseAcknowledged {
            Objects.requireNonNull(caseId, "caseId");
            Objects.requireNonNull(by, "by");
            Objects.requireNonNull(at, "at");
        }
    }

    /** A coach wrote something down in a case. The client does not see it. */
    record CaseNoted(CaseId caseId, NoteId noteId, PrivateText text, PersonId by, Instant at)
            implements
                CoachingEvent {

        public CaseNoted {
            Objects.requireNonNull(caseId, "caseId");
            Objects.requireNonNull(noteId, "noteId");
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(by, "by");
            Objects.requireNonNull(at, "at");
        }
    }

    /**
     * A coach looked at a finding. A later verdict replaces an earlier one.
     *
     * @param family of the finding
     * @param tier what the finding asks for; {@link RiskTier#S0} when the rules passed over it or did not see it at all
     */
    record FindingJudged(CaseId caseId, FindingId finding, RiskFamily family, RiskTier tier, Judgement verdict,
            PersonId by, Instant at) implements CoachingEvent {

        public FindingJudged {
            Objects.requireNonNull(caseId, "caseId");
            Objects.requireNonNull(finding, "finding");
            Objects.requireNonNull(family, "family");
            Objects.requireNonNull(tier, "tier");
            Objects.requireNonNull(verdict, "verdict");
            Objects.requireNonNull(by, "by");
            Objects.requireNonNull(at, "at");
        }
    }

    /**
     * A coach decided that less care is needed. It never takes the tier below what a finding asks that nobody has
     * looked at.
     *
     * @param caseId null when there was no case
     * @param tier what the coach wants it to be
     * @param note why
     */
    record TierLowered(@Nullable CaseId caseId, RiskTier tier, PrivateText note, PersonId by, Instant at)
            implements
                CoachingEvent {

        public TierLowered {
            Objects.requireNonNull(tier, "tier");
            Objects.requireNonNull(note, "note");
            Objects.requireNonNull(by, "by");
            Objects.requireNonNull(at, "at");
        }
    }

    /** A coach closed a case. The tier stays as it is. */
    record CaseClosed(CaseId caseId, @Nullable PrivateText note, PersonId by, Instant at) implements CoachingEvent {

        public CaseClosed {
            Objects.requireNonNull(caseId, "caseId");
            Objects.requireNonNull(by, "by");
            Objects.requireNonNull(at, "at");
        }
    }

    /** A rule that applied but stood back, and why, such as {@code same-card-within-14-days}. */
    record Withheld(String rule, String reason) {

        public Withheld {
            Objects.requireNonNull(rule, "rule");
            Objects.requireNonNull(reason, "reason");
        }
    }

    private static <T> List<T> listOf(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    /** In the order of its keys: {@link Map#copyOf} has another order in each process, and so other bytes on the log. */
    private static Map<String, String> sortedMapOf(@Nullable Map<String, String> map) {
        return map == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(Map.copyOf(map)));
    }
}
