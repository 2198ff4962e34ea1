/** How a list is read in pages: newest first, by an opaque cursor. */
@NullMarked
package attune.http.cursors;

import org.jspecify.annotations.NullMarked;
