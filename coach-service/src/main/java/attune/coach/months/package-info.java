/**
 * Lists that are read newest first, one document a person and month. A month's document holds references, so that a list
 * of any length is read by ids and by nothing else.
 */
@NullMarked
package attune.coach.months;

import org.jspecify.annotations.NullMarked;
