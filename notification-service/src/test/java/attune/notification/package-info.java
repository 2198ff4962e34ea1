/** The whole service against a real log, database, sign-in and mail server. */
@NullMarked
package attune.notification;

import org.jspecify.annotations.NullMarked;
