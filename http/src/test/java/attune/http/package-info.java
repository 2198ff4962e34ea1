/** Tests of the whole door over real HTTP. */
@NullMarked
package attune.http;

import org.jspecify.annotations.NullMarked;
