/** The link in a mail by which people get no more mail of its kind (RFC 8058), and how they take that back. */
@NullMarked
package attune.notification.unsubscribe;

import org.jspecify.annotations.NullMarked;
