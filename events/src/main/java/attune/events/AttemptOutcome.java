package attune.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** What a provider said to one attempt. */
public enum AttemptOutcome implements WireName {
    ACCEPTED("accepted"),
    RETRYABLE_ERROR("retryable-error"),
    PERMANENT_ERROR("permanent-error"),
    INVALID_TARGET("invalid-target"),
    /** Written by a newer service; readers must bear it. */
    @JsonEnumDefaultValue
    UNKNOWN("unknown");

    private final String wireName;

    AttemptOutcome(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
