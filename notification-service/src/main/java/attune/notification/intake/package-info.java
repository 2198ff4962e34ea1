/** What people say of themselves over HTTP, taken in as events. */
@NullMarked
package attune.notification.intake;

import org.jspecify.annotations.NullMarked;
