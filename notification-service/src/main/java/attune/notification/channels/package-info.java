/** What carries letters to providers, and what all channels have in common. */
@NullMarked
package attune.notification.channels;

import org.jspecify.annotations.NullMarked;
