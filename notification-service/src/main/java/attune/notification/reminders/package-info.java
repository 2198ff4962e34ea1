/** What people are reminded of and when: timers whose firing is an event. Pure, without a clock of its own. */
@NullMarked
package attune.notification.reminders;

import org.jspecify.annotations.NullMarked;
