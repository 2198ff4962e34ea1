/** Load on the logs themselves: events in on a timetable, what follows from them out, on one clock. */
@NullMarked
package attune.bench.log;

import org.jspecify.annotations.NullMarked;
