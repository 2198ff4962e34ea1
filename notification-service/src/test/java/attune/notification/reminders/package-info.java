/** Tests of what people are reminded of. */
@NullMarked
package attune.notification.reminders;

import org.jspecify.annotations.NullMarked;
