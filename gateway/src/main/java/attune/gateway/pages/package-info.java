/** The few pages that the gateway itself shows. */
@NullMarked
package attune.gateway.pages;

import org.jspecify.annotations.NullMarked;
