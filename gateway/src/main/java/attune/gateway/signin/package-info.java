/**
 * Sign-in of browsers: the gateway gets the tokens, the browser a sealed cookie. Nothing is kept here but which sessions
 * were ended, so any gateway can serve any browser.
 */
@NullMarked
package attune.gateway.signin;

import org.jspecify.annotations.NullMarked;
