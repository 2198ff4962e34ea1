/**
 * The machinery that every service shares: append to a log, fold a log, follow a log. It knows Kafka and MongoDB and
 * nothing of what the events mean.
 */
@NullMarked
package attune.eventlog;

import org.jspecify.annotations.NullMarked;
