/** What a body may be: strict JSON, small, in UTF-8. */
@NullMarked
package attune.http.json;

import org.jspecify.annotations.NullMarked;
