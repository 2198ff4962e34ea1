package attune.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** What a coach found when looking at a finding. */
public enum Judgement implements WireName {
    /** It is what it was taken for. */
    TRUE("true"),
    /** It is about somebody else. */
    ABOUT_OTHER("about-other"),
    /** The client says that it is not so. */
    NEGATED("negated"),
    /** A way of speaking. */
    IDIOM("idiom"),
    /** Harmless for another reason. */
    BENIGN("benign"),
    /** It was there, and the rules passed over it. */
    MISSED("missed"),
    /** Written by a newer service; readers must bear it. */
    @JsonEnumDefaultValue
    UNKNOWN("unknown");

    private final String wireName;

    Judgement(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
