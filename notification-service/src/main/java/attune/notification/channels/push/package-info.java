/** Web Push: a neutral text to the devices of a person, encrypted for each of them. */
@NullMarked
package attune.notification.channels.push;

import org.jspecify.annotations.NullMarked;
