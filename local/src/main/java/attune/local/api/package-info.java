/** Attune from outside: signing in and asking the gateway, as the app of a client or a coach would. */
@NullMarked
package attune.local.api;

import org.jspecify.annotations.NullMarked;
