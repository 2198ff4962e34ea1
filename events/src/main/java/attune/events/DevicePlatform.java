package attune.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** What a device with our app runs on, and so which push service reaches it. */
public enum DevicePlatform implements WireName {
    IOS("ios"),
    ANDROID("android"),
    /** Written by a newer service; readers must bear it. */
    @JsonEnumDefaultValue
    UNKNOWN("unknown");

    private final String wireName;

    DevicePlatform(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
