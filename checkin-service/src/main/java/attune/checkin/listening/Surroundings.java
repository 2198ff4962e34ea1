package attune.checkin.listening;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import attune.checkin.listening.RuleSet.Meaning;
import attune.checkin.text.PhraseBook.Match;
import attune.checkin.text.Token;
import attune.events.Experiencer;
import attune.events.RiskFamily;
import attune.events.RiskTier;
import attune.events.Timing;

/** The words around passages: who speaks, whether it is so, and when. */
final class Surroundings {

    /** So many words before a passage a negation still reaches it. */
    private static final int REACH = 7;
    /** So many words before a passage somebody else's "said" still reaches it. */
    private static final int REPORT_REACH = 14;
    private static final Set<RiskFamily> OF_ONESELF = EnumSet.of(RiskFamily.SI_ACTIVE, RiskFamily.SI_PASSIVE,
            RiskFamily.NSSI);
    private static final Set<RiskFamily> OF_DESPAIR = EnumSet.of(RiskFamily.SI_ACTIVE, RiskFamily.SI_PASSIVE,
            RiskFamily.NSSI, RiskFamily.PLAN_MEANS, RiskFamily.FAREWELL, RiskFamily.HOPELESS, RiskFamily.BURDEN);

    private final List<Token> tokens;
    private final int[] wordsBefore;
    private final Map<Marker, List<Match<Meaning>>> markers = new EnumMap<>(Marker.class);
    private final List<Match<Meaning>> guards = new ArrayList<>();

    Surroundings(List<Token> tokens, List<Match<Meaning>> matches) {
        this.tokens = tokens;
        wordsBefore = new int[tokens.size() + 1];
        for (int i = 0; i < tokens.size(); i++) {
            wordsBefore[i + 1] = wordsBefore[i] + (tokens.get(i).isWord() ? 1 : 0);
        }
        for (Match<Meaning> match : matches) {
            switch (match.meaning()) {
                case Meaning.Marked(Marker marker) ->
                    markers.computeIfAbsent(marker, _ -> new ArrayList<>()).add(match);
                case Meaning.Unless _ -> guards.add(match);
                case Meaning.Found _ -> {
                    // these are what is asked about
                }
            }
        }
    }

    Reading read(Rule rule, Match<Meaning> match) {
        if (isGuarded(rule, match)) {
            return new Reading(Experiencer.NOBODY, false, Timing.NOW, RiskTier.S0, true);
        }
        if (rule.heeds(Heeding.NEGATION) && isNegated(match)) {
            RiskTier tier = rule.risk() != null && OF_ONESELF.contains(rule.risk()) ? RiskTier.S1 : RiskTier.S0;
            return new Reading(rule.who(), true, Timing.NOW, lower(rule.tier(), tier), false);
        }
        if (rule.heeds(Heeding.REPORT) && isReported(rule, match)) {
            return new Reading(Experiencer.OTHER, false, Timing.NOW, lower(rule.tier(), RiskTier.S1), false);
        }
        if (rule.heeds(Heeding.PAST) && isPast(match)) {
            return new Reading(rule.who(), false, Timing.PAST, lower(rule.tier(), RiskTier.S1), false);
        }
        boolean asked = isOwnDespair(rule) && rule.heeds(Heeding.REPORT) && isAskedFor(match);
        if (asked || (rule.heeds(Heeding.HYPOTHETICAL) && isHypothetical(match))) {
            return new Reading(rule.who(), false, Timing.HYPOTHETICAL, lower(rule.tier(), RiskTier.S1), false);
        }
        if (rule.heeds(Heeding.JOKE) && isOwnDespair(rule) && inSentence(Marker.JOKE, match)) {
            return new Reading(rule.who(), false, Timing.NOW, lower(rule.tier(), RiskTier.S1), false);
        }
        return new Reading(rule.who(), false, Timing.NOW, rule.tier(), false);
    }

    private static RiskTier lower(RiskTier one, RiskTier other) {
        return one.atLeast(other) ? other : one;
    }

    private boolean isGuarded(Rule rule, Match<Meaning> match) {
        return guards.stream()
                .anyMatch(guard -> guard.meaning() instanceof Meaning.Unless(Rule of) && of.id().equals(rule.id())
                        && touch(guard, match))
                || (rule.heeds(Heeding.IDIOM) && (of(Marker.IDIOM).stream().anyMatch(idiom -> touch(idiom, match))
                        || inSentence(Marker.MEDIA, match)))
                || (rule.heeds(Heeding.EVERYDAY) && !isOutright(match) && isNear(Marker.EVERYDAY, match, 2));
    }

    /** A sham that ends on the first word of the passage says no to the passage: "not want" in "not want to die". */
    private boolean isNegated(Match<Meaning> match) {
        for (Match<Meaning> negation : of(Marker.NEGATION)) {
            if (negation.end() <= match.first() && sameSentence(negation, match)
                    && wordsBetween(negation.end(), match.first()) <= REACH && reaches(negation, match)
                    && of(Marker.NO_NEGATION).stream().noneMatch(sham -> touch(sham, negation)
                            && !endsOnFirstWord(sham, match))) {
                return true;
            }
        }
        return false;
    }

    private boolean endsOnFirstWord(Match<Meaning> sham, Match<Meaning> match) {
        return sham.end() - match.first() == 1 && !ASKING.contains(tokens.get(match.first()).form());
    }

    private static final Set<String> ASKING = Set.of("how", "if", "whether", "why", "what", "when", "that");

    /** A negation reaches over "and" and "or", not into what follows "but" or begins anew. */
    private boolean reaches(Match<Meaning> negation, Match<Meaning> match) {
        boolean ofAnother = isOfAnother(negation);
        for (int i = negation.end(); i < match.first(); i++) {
            String form = tokens.get(i).form();
            if (!tokens.get(i).isWord()) {
                if (",;:—–\n(...".contains(form) && !form.isEmpty()) {
                    return false;
                }
            } else if (ENDS_NEGATION.contains(form) || (ofAnother && form.equals("i"))) {
                return false;
            }
        }
        return true;
    }

    /** What he or she does not do says nothing of what follows an "I": if he doesn't ring I'm taking them. */
    private boolean isOfAnother(Match<Meaning> negation) {
        for (int i = negation.first() - 1; i >= Math.max(0, negation.first() - 2); i--) {
            if (OTHERS.contains(tokens.get(i).form())) {
                return true;
            }
        }
        return false;
    }

    private static final Set<String> OTHERS = Set.of("he", "she", "it", "they", "you", "someone");

    private static final Set<String> ENDS_NEGATION = Set.of("but", "because", "so", "if", "when", "then", "although",
            "though", "except", "unless", "until", "which", "while", "since", "just");

    /** What he or she says is their own despair; but what they say of the writer, or do to them, is the writer's. */
    private boolean isReported(Rule rule, Match<Meaning> match) {
        return isSaidBy(Marker.REPORT, match)
                || (isOwnDespair(rule) && (isSaidBy(Marker.SAID, match) || isToldOfAnother(match)));
    }

    /** He or she does it, and nothing in it is the writer's: "she goes back to the bridge every night". */
    private boolean isToldOfAnother(Match<Meaning> match) {
        for (int i = match.first(); i < match.end(); i++) {
            if (OWN.contains(tokens.get(i).form())) {
                return false;
            }
        }
        int at = match.first() - 1;
        while (at >= 0 && BEFORE_A_VERB.contains(tokens.get(at).form())) {
            at--;
        }
        return at >= 0 && tokens.get(at).sentence() == sentenceOf(match)
                && Set.of("he", "she").contains(tokens.get(at).form());
    }

    private static final Set<String> OWN = Set.of("i", "me", "my", "mine", "myself", "we", "us", "our");

    private static final Set<String> BEFORE_A_VERB = Set.of("is", "was", "has", "had", "been", "will", "would", "could",
            "might", "just", "also", "still", "even", "always", "often", "keeps", "kept", "once", "already", "then",
            "recently", "never", "really");

    private static boolean isOwnDespair(Rule rule) {
        return rule.risk() != null && OF_DESPAIR.contains(rule.risk());
    }

    private boolean isSaidBy(Marker marker, Match<Meaning> match) {
        for (Match<Meaning> report : of(marker)) {
            if (report.end() < match.end() && sameSentence(report, match)
                    && wordsBetween(report.end(), match.first()) <= REPORT_REACH
                    && of(Marker.OWN_WORDS).stream().noneMatch(own -> own.first() >= report.end()
                            && own.end() <= match.first() + 1)) {
                return true;
            }
        }
        return false;
    }

    private boolean isPast(Match<Meaning> match) {
        if (inSentence(Marker.RETURNED, match)) {
            return false;
        }
        if (inSentence(Marker.PRESENT, match)) {
            return inClause(Marker.PAST, match) && !inClause(Marker.PRESENT, match);
        }
        return inSentence(Marker.PAST, match) || isNear(Marker.OVER, match, 1);
    }

    private boolean isHypothetical(Match<Meaning> match) {
        return of(Marker.HYPOTHETICAL).stream().anyMatch(one -> one.end() <= match.first()
                && sameSentence(one, match) && wordsBetween(one.end(), match.first()) == 0);
    }

    /** A question that was answered with a no; one that was not, or with a yes, tells. */
    private boolean isAskedFor(Match<Meaning> match) {
        return isNear(Marker.DENIED, match, 1)
                && of(Marker.ASKED).stream().anyMatch(one -> one.end() <= match.first() && sameSentence(one, match)
                        && wordsBetween(one.end(), match.first()) <= REACH);
    }

    private boolean inClause(Marker marker, Match<Meaning> match) {
        int first = tokens.get(match.first()).clause();
        int last = tokens.get(match.end() - 1).clause();
        return of(marker).stream().anyMatch(one -> tokens.get(one.end() - 1).clause() >= first
                && tokens.get(one.first()).clause() <= last);
    }

    /** In the sentence of the passage or so many before or after. */
    private boolean isNear(Marker marker, Match<Meaning> match, int sentences) {
        return of(marker).stream().anyMatch(one -> Math.abs(sentenceOf(one) - sentenceOf(match)) <= sentences);
    }

    /** No holiday and no birthday explains away what is said in so many words. */
    private boolean isOutright(Match<Meaning> match) {
        return tokens.subList(match.first(), match.end()).stream().anyMatch(token -> OUTRIGHT.contains(token.form()));
    }

    private static final Set<String> OUTRIGHT = Set.of("die", "dies", "died", "dying", "dead", "death", "kill",
            "killing",
            "killed", "suicide", "suicidal", "overdose", "hang", "hanging", "alive", "live", "living", "exist",
            "existing", "born", "wake", "waking", "myself", "unalive");

    private boolean inSentence(Marker marker, Match<Meaning> match) {
        return of(marker).stream().anyMatch(one -> sameSentence(one, match));
    }

    private List<Match<Meaning>> of(Marker marker) {
        return markers.getOrDefault(marker, List.of());
    }

    private boolean sameSentence(Match<Meaning> one, Match<Meaning> other) {
        return sentenceOf(one) == sentenceOf(other);
    }

    private int sentenceOf(Match<Meaning> match) {
        return tokens.get(match.first()).sentence();
    }

    private int wordsBetween(int from, int to) {
        return to < from ? 0 : wordsBefore[to] - wordsBefore[from];
    }

    private static boolean touch(Match<Meaning> one, Match<Meaning> other) {
        return one.first() < other.end() && other.first() < one.end();
    }
}
