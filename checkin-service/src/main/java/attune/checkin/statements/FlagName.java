package attune.checkin.statements;

import java.util.Arrays;
import java.util.Locale;

/** What may close the other's ears, or asks for care. The wire name is the name in lower case with hyphens. */
public enum FlagName {
    /** The other is made responsible, or what they do is judged. */
    BLAME,
    /** Always, never, everything, nothing: aimed at a person. */
    ABSOLUTE,
    /** Who the other is, instead of what happened. */
    LABEL,
    /** "I feel that you": a thought in the dress of a feeling. */
    PSEUDO_FEELING,
    /** "I feel ignored": what the other is said to have done, named as a feeling. */
    FAUX_FEELING,
    /** What the other thinks, wants or intends, said as a fact. */
    MIND_READING,
    /** What must be done, with no room for a no. */
    DEMAND,
    /** Insult, mockery, disgust, looking down. */
    CONTEMPT,
    /** A counter-attack, an excuse, a denied part. */
    DEFENSIVENESS,
    /** The door is shut, with no time named to open it. */
    STONEWALLING,
    /** More than two complaints at once. */
    KITCHEN_SINK,
    /** A wish that nobody could tell whether it was met. */
    VAGUE_REQUEST,
    /** A rule on the other's contacts, money, phone or clothes. */
    CONTROL_AS_BOUNDARY,
    /** The author tells of being hit, threatened, forced, controlled or afraid. Never softened. */
    HARM_REPORT;

    /** Its name in files and answers. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static FlagName of(String wireName) {
        return Arrays.stream(values()).filter(name -> name.wireName().equals(wireName)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no flag named " + wireName));
    }
}
