/**
 * The contract between the services: what may stand on the three logs, under which names, in which form.
 *
 * <p>
 * One sealed interface a log, one record an event. A record says what has happened to one person, in the past tense;
 * it carries no behaviour. {@link attune.events.EventCodec} is the only place that writes and reads the form on the
 * wire, {@link attune.events.EventType} the only registry of names.
 */
@NullMarked
package attune.events;

import org.jspecify.annotations.NullMarked;
