/** The headers that every answer carries. */
@NullMarked
package attune.http.headers;

import org.jspecify.annotations.NullMarked;
