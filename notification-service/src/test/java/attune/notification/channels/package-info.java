/** What all channels go through, tested. */
@NullMarked
package attune.notification.channels;

import org.jspecify.annotations.NullMarked;
