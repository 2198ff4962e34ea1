package attune.checkin.listening;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import attune.checkin.classification.Danger;
import attune.checkin.classification.Judgement;
import attune.checkin.listening.RuleSet.Meaning;
import attune.checkin.text.PhraseBook.Match;
import attune.checkin.text.Text;
import attune.checkin.text.Token;
import attune.events.Cue;
import attune.events.Experiencer;
import attune.events.Passage;
import attune.events.PrivateText;
import attune.events.RiskFamily;
import attune.events.RiskFinding;
import attune.events.RiskTier;
import attune.events.Timing;

/** What the rules found in one text, with the context of each passage weighed. */
final class Passages {

    /** Log-odds from which a passage asks for a review by itself; docs/listening.md says what it costs and finds. */
    private static final double ENOUGH = 2.5;
    private static final double ENOUGH_BESIDE_A_FINDING = 1;

    private final Text text;
    private final Surroundings surroundings;
    private final List<Match<Meaning>> found = new ArrayList<>();

    Passages(Text text, List<Match<Meaning>> matches) {
        this.text = text;
        surroundings = new Surroundings(text.tokens(), matches);
        for (Match<Meaning> match : matches) {
            if (match.meaning() instanceof Meaning.Found) {
                found.add(match);
            }
        }
    }

    void findings(String field, List<RiskFinding> findings) {
        List<RiskFinding> mine = new ArrayList<>();
        for (Match<Meaning> match : found) {
            if (match.meaning() instanceof Meaning.Found(Rule rule) && rule.risk() != null) {
                Reading reading = surroundings.read(rule, match);
                mine.add(new RiskFinding(rule.risk(), passage(field, match), reading.who(), reading.negated(),
                        reading.time(), rule.confidence(), rule.id(), reading.tier()));
            }
        }
        BitSet covered = covered(mine);
        IntStream.range(0, mine.size()).filter(index -> !covered.get(index)).mapToObj(mine::get).distinct()
                .forEach(findings::add);
    }

    /**
     * What sounds like danger as a whole where no rule asks for a review: the passage that does most. Context that took
     * a finding down is not overruled. Where a rule found something unclear, less is enough.
     */
    void impressions(String field, List<Judgement> judgements, List<RiskFinding> findings) {
        List<RiskFinding> mine = findings.stream().filter(finding -> finding.passage().field().equals(field)).toList();
        if (mine.stream().anyMatch(finding -> finding.tier().atLeast(RiskTier.S2))) {
            return;
        }
        List<RiskFinding> takenDown = mine.stream().filter(Passages::isTakenDown).toList();
        double enough = mine.stream().anyMatch(finding -> finding.tier() == RiskTier.S1 && !isTakenDown(finding))
                ? ENOUGH_BESIDE_A_FINDING
                : ENOUGH;
        judgements.stream()
                .filter(one -> one.logOdds() > enough && takenDown.stream().noneMatch(finding -> touch(finding, one)))
                .max(Comparator.comparingDouble(Judgement::logOdds))
                .ifPresent(one -> findings.add(new RiskFinding(family(one.danger()),
                        passage(field, one.first(), one.end()), Experiencer.SELF, false, Timing.NOW,
                        confidence(one.logOdds()), "sounds-like." + family(one.danger()).wireName(), RiskTier.S2)));
    }

    private static boolean isTakenDown(RiskFinding finding) {
        return finding.negated() || finding.time() != Timing.NOW || finding.who() == Experiencer.OTHER;
    }

    private boolean touch(RiskFinding finding, Judgement judgement) {
        return finding.passage().start() < text.tokens().get(judgement.end() - 1).end()
                && text.tokens().get(judgement.first()).start() < finding.passage().end();
    }

    /** The nearest family: what is told by scenes does not name one. */
    private static RiskFamily family(Danger danger) {
        return switch (danger) {
            case TO_ONESELF -> RiskFamily.SI_PASSIVE;
            case FROM_ANOTHER -> RiskFamily.FEAR;
            case TO_ANOTHER -> RiskFamily.PERP_DISCLOSURE;
        };
    }

    private static double confidence(double logOdds) {
        return Math.round(100 / (1 + Math.exp(-logOdds))) / 100.0;
    }

    void cues(String field, List<Cue> cues) {
        for (Match<Meaning> match : found) {
            if (match.meaning() instanceof Meaning.Found(Rule rule) && rule.cue() != null) {
                Reading reading = surroundings.read(rule, match);
                if (!reading.dropped()) {
                    cues.add(new Cue(rule.cue(), passage(field, match), reading.who(), reading.negated(),
                            reading.time(), rule.confidence(), rule.id()));
                }
            }
        }
    }

    /** Which of them others cover. They come in the order of where they begin: only neighbours can overlap. */
    private static BitSet covered(List<RiskFinding> findings) {
        BitSet covered = new BitSet();
        for (int i = 0; i < findings.size(); i++) {
            RiskFinding one = findings.get(i);
            for (int j = i + 1; j < findings.size() && findings.get(j).passage().start() < one.passage().end(); j++) {
                covered.set(i, covered.get(i) || covers(findings.get(j), one));
                covered.set(j, covered.get(j) || covers(one, findings.get(j)));
            }
        }
        return covered;
    }

    /** Of findings of one family at one place, the one that asks for most says all. None covers itself or its equal. */
    private static boolean covers(RiskFinding other, RiskFinding one) {
        boolean sameFamily = other.family() == one.family();
        boolean overlap = other.passage().start() < one.passage().end()
                && one.passage().start() < other.passage().end();
        if (!sameFamily || !overlap || !other.tier().atLeast(one.tier())) {
            return false;
        }
        if (!one.tier().atLeast(other.tier())) {
            return true;
        }
        int longer = Integer.compare(length(other), length(one));
        return longer > 0 || (longer == 0 && other.rule().compareTo(one.rule()) < 0);
    }

    private static int length(RiskFinding finding) {
        return finding.passage().end() - finding.passage().start();
    }

    private Passage passage(String field, Match<Meaning> match) {
        return passage(field, match.first(), match.end());
    }

    private Passage passage(String field, int from, int to) {
        Token first = text.tokens().get(from);
        Token last = text.tokens().get(to - 1);
        int start = first.start();
        int end = Math.max(last.end(), start + 1);
        return new Passage(field, start, end, PrivateText.of(text.between(start, end)));
    }
}
