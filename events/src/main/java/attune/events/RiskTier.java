package attune.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** How much care a client needs now. Higher tiers ask for more. */
public enum RiskTier implements WireName {
    /** Nothing out of the ordinary. */
    S0("s0"),
    /** Watch: no cards that turn to the other person. */
    S1("s1"),
    /** Review: a person looks at it within hours. */
    S2("s2"),
    /** Urgent: a person looks at it within minutes, and Attune itself falls silent. */
    S3("s3"),
    /** Written by a newer service; it counts as {@link #S1}. */
    @JsonEnumDefaultValue
    UNKNOWN("unknown");

    private final String wireName;

    RiskTier(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }

    /** The higher one of two; what is unknown counts as {@link #S1} and is never the answer. */
    public static RiskTier higher(RiskTier one, RiskTier other) {
        return one.atLeast(other) ? one.known() : other.known();
    }

    /** Whether this asks for as much care as the other, or for more. */
    public boolean atLeast(RiskTier other) {
        return known().compareTo(other.known()) >= 0;
    }

    /** This, or {@link #S1} for what is unknown. */
    public RiskTier known() {
        return this == UNKNOWN ? S1 : this;
    }
}
