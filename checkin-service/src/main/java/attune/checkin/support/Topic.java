package attune.checkin.support;

import java.util.List;

import attune.events.Experiencer;
import attune.events.RiskFamily;
import attune.events.RiskFinding;
import attune.events.WireName;

/** What support is about; of several that are equally urgent, the first. */
public enum Topic implements WireName {
    /** The person may want to die or hurt themselves. */
    SELF_HARM("self-harm", HelpKind.SUICIDE, HelpKind.GENERAL),
    /** Somebody may hurt, frighten or control the person. */
    VIOLENCE("violence", HelpKind.DV, HelpKind.GENERAL),
    /** The person may hurt somebody. */
    HARM_TO_OTHERS("harm-to-others", HelpKind.GENERAL, HelpKind.SUICIDE),
    /** A child may be in danger. */
    CHILD("child", HelpKind.CHILD, HelpKind.DV),
    /** The person has a hard time. */
    DISTRESS("distress", HelpKind.GENERAL, HelpKind.SUICIDE),
    /** The person worries about somebody else. */
    ABOUT_OTHER("about-other", HelpKind.GENERAL, HelpKind.SUICIDE),
    /** It could not be understood. */
    UNREAD("unread", HelpKind.GENERAL, HelpKind.SUICIDE);

    private final String wireName;
    private final HelpKind first;
    private final HelpKind second;

    Topic(String wireName, HelpKind first, HelpKind second) {
        this.wireName = wireName;
        this.first = first;
        this.second = second;
    }

    @Override
    public String wireName() {
        return wireName;
    }

    /** Which lines of help go before the others. */
    List<HelpKind> first() {
        return List.of(first, second);
    }

    static Topic of(RiskFinding finding) {
        if (finding.who() == Experiencer.OTHER && finding.family() != RiskFamily.CHILD_RISK) {
            return ABOUT_OTHER;
        }
        boolean partner = finding.who() == Experiencer.PARTNER;
        return switch (finding.family()) {
            case SI_ACTIVE, SI_PASSIVE, PLAN_MEANS, NSSI, FAREWELL -> partner ? ABOUT_OTHER : SELF_HARM;
            case BURDEN, HOPELESS -> partner ? ABOUT_OTHER : DISTRESS;
            case HOMICIDAL -> partner ? VIOLENCE : HARM_TO_OTHERS;
            case PERP_DISCLOSURE -> HARM_TO_OTHERS;
            case CHILD_RISK -> CHILD;
            case PHYS_VIOLENCE, STRANGULATION, SEXUAL_COERCION, CONTROL_MONITOR, CONTROL_MONEY, ISOLATION, THREAT,
                    FEAR, STALK ->
                VIOLENCE;
            case UNKNOWN -> DISTRESS;
        };
    }
}
