/** The metric contract of the event log: names, labels and what they add up to. */
@NullMarked
package attune.eventlog.metrics;

import org.jspecify.annotations.NullMarked;
