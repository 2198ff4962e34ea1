/** The way to the rooms: what is passed on, to whom, over which connections, for how long. */
@NullMarked
package attune.gateway.routes;

import org.jspecify.annotations.NullMarked;
