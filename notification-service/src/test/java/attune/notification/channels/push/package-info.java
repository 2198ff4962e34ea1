/** Promises of the push channel. */
@NullMarked
package attune.notification.channels.push;

import org.jspecify.annotations.NullMarked;
