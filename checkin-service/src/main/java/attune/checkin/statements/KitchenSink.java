package attune.checkin.statements;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds several complaints at once: topics that are complained of, or a list of them. */
final class KitchenSink {

    private static final int MANY = 3;
    private static final List<String> TOPICS = List.of("topic-money", "topic-chores", "topic-kids", "topic-family",
            "topic-friends", "topic-phone", "topic-late", "topic-love", "topic-work", "topic-drink", "topic-car",
            "topic-dates", "topic-manners", "topic-listening", "topic-holiday", "topic-lies");

    private final Map<String, Pattern> topics;
    private final Pattern complaint;
    private final Rule rule;

    KitchenSink(Vocabulary vocabulary) {
        Map<String, Pattern> found = new LinkedHashMap<>();
        TOPICS.forEach(topic -> found.put(topic, vocabulary.find(topic)));
        topics = Map.copyOf(found);
        complaint = vocabulary.find("complaint");
        rule = new Rule("many-topics", 1, List.of(), List.of(), List.of(), List.of());
    }

    /** Adds the flag if there is too much at once; takes away a mark of piling up where nothing is piled up. */
    void judge(Words words, Map<FlagName, List<Rule.Found>> found) {
        List<Integer> complaints = complaints(words);
        boolean listed = listed(words);
        if (found.containsKey(FlagName.KITCHEN_SINK)) {
            if (complaints.isEmpty() && !found.containsKey(FlagName.BLAME)) {
                found.remove(FlagName.KITCHEN_SINK);
            }
            return;
        }
        boolean accused = found.containsKey(FlagName.BLAME) || found.containsKey(FlagName.ABSOLUTE);
        int topics = topics(words).size();
        if (listed || (complaints.size() >= MANY && topics >= MANY) || (accused && topics > MANY)) {
            int from = complaints.isEmpty() ? 0 : complaints.getFirst();
            found.put(FlagName.KITCHEN_SINK, List.of(new Rule.Found(rule, from, words.size())));
        }
    }

    private List<Integer> complaints(Words words) {
        List<Integer> places = new ArrayList<>();
        for (int at = 0; at < words.size(); at++) {
            if (complaint.fits(words, at)) {
                places.add(at);
            }
        }
        return places;
    }

    private Set<String> topics(Words words) {
        Set<String> seen = new HashSet<>();
        topics.forEach((name, pattern) -> {
            for (int at = 0; at < words.size(); at++) {
                if (pattern.fits(words, at)) {
                    seen.add(name);
                    return;
                }
            }
        });
        return seen;
    }

    /** "We need to talk about money, the kids and your mother." */
    private boolean listed(Words words) {
        for (int at = 0; at + 1 < words.size(); at++) {
            if (words.form(at).equals("about") && at > 0 && !words.list().get(at - 1).isMark()) {
                int end = words.sentenceEnd(at);
                Words rest = new Words(words.list().subList(at, end), words.understood());
                long joints = rest.list().stream().filter(word -> word.form().equals(",") || word.form().equals("and"))
                        .count();
                if (joints >= MANY - 1 && topics(rest).size() >= MANY) {
                    return true;
                }
            }
        }
        return false;
    }
}
