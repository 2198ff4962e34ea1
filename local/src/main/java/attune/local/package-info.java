/**
 * All of Attune in one process on one machine: the real log, the wire protocol of the real database, a sign-in, a mail
 * catcher and the four services, on the loopback address only and with their data in one folder.
 */
@NullMarked
package attune.local;

import org.jspecify.annotations.NullMarked;
