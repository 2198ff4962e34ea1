/** Who is asking: the check of bearer tokens, the roles, and which path is for whom. */
@NullMarked
package attune.http.tokens;

import org.jspecify.annotations.NullMarked;
