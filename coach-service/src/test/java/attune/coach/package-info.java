/** Tests of the coach service. */
@NullMarked
package attune.coach;

import org.jspecify.annotations.NullMarked;
