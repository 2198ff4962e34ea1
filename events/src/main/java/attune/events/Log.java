package attune.events;

/** The three logs. Each is written by one service; all have the same number of partitions and the same keys. */
public enum Log {
    /** What clients say, written by the check-in service. */
    JOURNAL("journal"),
    /** What Attune makes of it, written by the coach service. */
    COACHING("coaching"),
    /** What was delivered and what became of it, written by the notification service. */
    DELIVERIES("deliveries");

    private final String shortName;

    Log(String shortName) {
        this.shortName = shortName;
    }

    /** The name in positions and labels, such as {@code journal}. */
    public String shortName() {
        return shortName;
    }

    /** The name of the topic, such as {@code attune.journal}. */
    public String topic() {
        return "attune." + shortName;
    }

    /** The log with this short name; if there is none, an {@link IllegalArgumentException}. */
    public static Log ofShortName(String shortName) {
        for (Log log : values()) {
            if (log.shortName.equals(shortName)) {
                return log;
            }
        }
        throw new IllegalArgumentException("No log has this name");
    }

    /** The log with this topic; if there is none, an {@link IllegalArgumentException}. */
    public static Log ofTopic(String topic) {
        if (!topic.startsWith("attune.")) {
            throw new IllegalArgumentException("No log has this topic");
        }
        return ofShortName(topic.substring("attune.".length()));
    }
}
