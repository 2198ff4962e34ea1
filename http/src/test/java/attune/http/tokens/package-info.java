/** Who is asking, piece by piece. */
@NullMarked
package attune.http.tokens;

import org.jspecify.annotations.NullMarked;
