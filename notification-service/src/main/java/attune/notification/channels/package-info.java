/** What all channels have in common. */
@NullMarked
package attune.notification.channels;

import org.jspecify.annotations.NullMarked;
