/** Who may deliver for which partition, kept in the database so that two instances never believe it at once. */
@NullMarked
package attune.notification.leases;

import org.jspecify.annotations.NullMarked;
