/** Promises of the seal. */
@NullMarked
package attune.notification.seals;

import org.jspecify.annotations.NullMarked;
