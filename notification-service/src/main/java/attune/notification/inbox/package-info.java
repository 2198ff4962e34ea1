/** What a person was told and what became of it: the inbox and its live stream. */
@NullMarked
package attune.notification.inbox;

import org.jspecify.annotations.NullMarked;
