/** Firebase Cloud Messaging over HTTP v1, by nothing but HTTP and a signed assertion. */
@NullMarked
package attune.notification.channels.fcm;

import org.jspecify.annotations.NullMarked;
