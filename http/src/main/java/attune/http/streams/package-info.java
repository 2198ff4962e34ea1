/** Server-sent events: many quiet connections, each bounded, each ended when its token ends. */
@NullMarked
package attune.http.streams;

import org.jspecify.annotations.NullMarked;
