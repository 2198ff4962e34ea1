package attune.notification.planning;

import java.time.Duration;

/**
 * How long a coach has to read of a case in the inbox before they are told on another channel.
 *
 * @param pushAfter until the push
 * @param emailAfter until the mail; not before the push
 */
public record CaseSteps(Duration pushAfter, Duration emailAfter) {

    public static final CaseSteps DEFAULT = new CaseSteps(Duration.ofMinutes(2), Duration.ofMinutes(10));

    public CaseSteps {
        if (pushAfter.isNegative() || emailAfter.compareTo(pushAfter) < 0) {
            throw new IllegalArgumentException(
                    "attune.notification.delivery.cases: push-after must not be negative, nor email-after shorter than it");
        }
    }
}
