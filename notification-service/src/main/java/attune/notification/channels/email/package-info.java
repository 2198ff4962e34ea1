/** Mail over SMTP: a neutral text that says no more than that a note is waiting. */
@NullMarked
package attune.notification.channels.email;

import org.jspecify.annotations.NullMarked;
