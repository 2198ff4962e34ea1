/** What lists promise. */
@NullMarked
package attune.checkin.timeline;

import org.jspecify.annotations.NullMarked;
