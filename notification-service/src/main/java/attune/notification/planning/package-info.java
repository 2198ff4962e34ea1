/** What is to be told, when, and when not: pure, without a clock of its own. */
@NullMarked
package attune.notification.planning;

import org.jspecify.annotations.NullMarked;
