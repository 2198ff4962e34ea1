package attune.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** What a provider said to one attempt. */
public enum AttemptOutcome implements WireName {
    @JsonProperty("accepted")
    ACCEPTED("accepted"), @JsonProperty("retryable-error")
    RETRYABLE_ERROR("retryable-error"), @JsonProperty("permanent-error")
    PERMANENT_ERROR("permanent-error"), @JsonProperty("invalid-target")
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
