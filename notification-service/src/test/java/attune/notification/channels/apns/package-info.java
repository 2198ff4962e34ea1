/** Promises of pushes through APNs. */
@NullMarked
package attune.notification.channels.apns;

import org.jspecify.annotations.NullMarked;
