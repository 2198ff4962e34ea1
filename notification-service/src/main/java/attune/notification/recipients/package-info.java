/** How and when each person wants to be reached, as they last said. */
@NullMarked
package attune.notification.recipients;

import org.jspecify.annotations.NullMarked;
