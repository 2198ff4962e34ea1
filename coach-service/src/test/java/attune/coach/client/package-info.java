/** Tests. */
@NullMarked
package attune.coach.client;

import org.jspecify.annotations.NullMarked;
