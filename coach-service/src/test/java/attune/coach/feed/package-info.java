/** Tests. */
@NullMarked
package attune.coach.feed;

import org.jspecify.annotations.NullMarked;
