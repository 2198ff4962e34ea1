/**
 * The gateway guards the rooms. It checks who is asking, limits how much one person or address may ask, strips what
 * outsiders have no business saying, passes the rest on and bounds how long that may take. It holds no data and knows
 * no rules of the rooms behind it.
 */
@NullMarked
package attune.gateway;

import org.jspecify.annotations.NullMarked;
