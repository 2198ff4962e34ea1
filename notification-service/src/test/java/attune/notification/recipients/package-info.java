/** Promises of what is known of how people want to be reached. */
@NullMarked
package attune.notification.recipients;

import org.jspecify.annotations.NullMarked;
