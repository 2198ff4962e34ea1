/** How much one person or one address may ask for, and how slowly it may speak. */
@NullMarked
package attune.gateway.limits;

import org.jspecify.annotations.NullMarked;
