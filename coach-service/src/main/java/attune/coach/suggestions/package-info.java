/** A client's suggestions: the list, one of them, and what the client made of it. */
@NullMarked
package attune.coach.suggestions;

import org.jspecify.annotations.NullMarked;
