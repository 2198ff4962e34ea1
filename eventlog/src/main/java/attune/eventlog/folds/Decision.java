package attune.eventlog.folds;

import java.util.Objects;

import attune.events.Event;

/**
 * Something to append to the service's own log because of an event, about the same person. Its event id is derived from
 * the event and the rule, so that deciding it twice is deciding it once.
 *
 * @param rule names the decision among all decisions that one event may cause
 */
public record Decision(String rule, Event event) {

    public Decision {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(event, "event");
    }
}
