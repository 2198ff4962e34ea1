/** What happened, for a client's coach: as a list and as a live stream. */
@NullMarked
package attune.coach.feed;

import org.jspecify.annotations.NullMarked;
