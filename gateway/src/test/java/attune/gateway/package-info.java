/** The started gateway over real HTTP, with small real rooms behind it. */
@NullMarked
package attune.gateway;

import org.jspecify.annotations.NullMarked;
