package attune.eventlog.folds;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import attune.events.Event;
import attune.events.PersonId;

/**
 * Something to append to the service's own log because of an event. Its event id is derived from the event and the rule,
 * so that deciding it twice is deciding it once.
 *
 * @param rule names the decision among all decisions that one event may cause
 * @param person whom it is about; null means the same person. What is about somebody else may be appended again, under
 *            the same id, by a rebuild: readers drop the twin
 */
public record Decision(String rule, Event event, @Nullable PersonId person) {

    public Decision {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(event, "event");
    }

    /** About the person whom the event is about. */
    public Decision(String rule, Event event) {
        this(rule, event, null);
    }
}
