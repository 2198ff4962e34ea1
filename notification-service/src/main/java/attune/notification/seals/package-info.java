/** Sealing what only this service may read, such as who is meant by a link. */
@NullMarked
package attune.notification.seals;

import org.jspecify.annotations.NullMarked;
