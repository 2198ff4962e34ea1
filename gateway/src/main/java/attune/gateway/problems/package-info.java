/** What it means to a caller that a room does not answer. */
@NullMarked
package attune.gateway.problems;

import org.jspecify.annotations.NullMarked;
