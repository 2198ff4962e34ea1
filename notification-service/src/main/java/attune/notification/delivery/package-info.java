/** Looking at what is due, deciding, delivering, and recording what became of it. */
@NullMarked
package attune.notification.delivery;

import org.jspecify.annotations.NullMarked;
