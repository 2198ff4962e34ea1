/** What operators see of the deliveries: counts, times and reasons, never what was said. */
@NullMarked
package attune.notification.ledger;

import org.jspecify.annotations.NullMarked;
