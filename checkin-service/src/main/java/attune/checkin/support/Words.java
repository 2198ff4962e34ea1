package attune.checkin.support;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import attune.checkin.files.DataFile;
import attune.checkin.files.UnusableFileException;

/**
 * What Attune says in one language, from a file. Of each list one is said.
 *
 * @param topics by the wire name of the topic
 * @param people whom to talk to
 * @param barrier that calling is easier than it looks
 * @param emergency for what cannot wait
 * @param automated that no person wrote this
 * @param more what findahelpline.com is
 */
record Words(String language, Map<String, About> topics, List<String> people, List<String> barrier,
        List<String> emergency, List<String> automated, Hours hours, Page page, Country country, Line line,
        String more) {

    Words {
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(hours, "hours");
        Objects.requireNonNull(page, "page");
        Objects.requireNonNull(country, "country");
        Objects.requireNonNull(line, "line");
        Objects.requireNonNull(more, "more");
    }

    static Words read(String language) {
        String file = "support/words-" + language + ".yml";
        Words words = DataFile.read(file, Words.class);
        for (Topic topic : Topic.values()) {
            if (!words.topics().containsKey(topic.wireName())) {
                throw new UnusableFileException(file, "it has no words for " + topic.wireName());
            }
        }
        if (words.topics().size() > Topic.values().length) {
            throw new UnusableFileException(file, "it has words for a topic that is not there");
        }
        return words;
    }

    About about(Topic topic) {
        return Objects.requireNonNull(topics.get(topic.wireName()));
    }

    /** What is said about a topic: that it was heard, a direct question, and what to do at once. */
    record About(List<String> acknowledge, List<String> ask, List<String> now) {}

    /** Who reads: nobody ever, or people at certain hours. */
    record Hours(String none, String some, String range) {}

    /** The page that needs no sign-in. */
    record Page(String title, List<String> says) {}

    /** For which country the lines are. */
    record Country(String known, String guessed, String uncovered, String unknown) {}

    /** What is to be said with an entry that is not verified. */
    record Line(String unverified, String stale) {}
}
