package attune.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** What kind of danger a passage may speak of. */
public enum RiskFamily implements WireName {
    SI_ACTIVE("si-active"),
    SI_PASSIVE("si-passive"),
    PLAN_MEANS("plan-means"),
    NSSI("nssi"),
    BURDEN("burden"),
    HOPELESS("hopeless"),
    FAREWELL("farewell"),
    HOMICIDAL("homicidal"),
    PHYS_VIOLENCE("phys-violence"),
    STRANGULATION("strangulation"),
    SEXUAL_COERCION("sexual-coercion"),
    CONTROL_MONITOR("control-monitor"),
    CONTROL_MONEY("control-money"),
    ISOLATION("isolation"),
    THREAT("threat"),
    FEAR("fear"),
    STALK("stalk"),
    CHILD_RISK("child-risk"),
    PERP_DISCLOSURE("perp-disclosure"),
    /** Written by a newer service; readers must bear it. */
    @JsonEnumDefaultValue
    UNKNOWN("unknown");

    private final String wireName;

    RiskFamily(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
