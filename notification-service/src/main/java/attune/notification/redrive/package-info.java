/** What ended dead, and how operators have it planned again: times, reasons and counts, never what was said. */
@NullMarked
package attune.notification.redrive;

import org.jspecify.annotations.NullMarked;
