/** What the journal tells of a client: the state that rules look at, and the overview that coaches may look at. Pure. */
@NullMarked
package attune.coach.client;

import org.jspecify.annotations.NullMarked;
