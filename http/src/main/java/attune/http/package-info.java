/**
 * What every room of Attune with a door shares: who is asking, how an error looks, what a body may be, how a list is
 * paged, how a stream is kept open.
 *
 * <p>
 * A service that has this module on its class path gets all of it by auto-configuration and by the defaults of
 * {@code http-defaults.yml}, which {@link attune.http.HttpDefaults} puts below every other source of properties. What
 * a service adds is its {@link attune.http.tokens.AccessRules}, and a {@link attune.http.positions.PositionAwaiter}
 * if its reads can wait for a position.
 */
@NullMarked
package attune.http;

import org.jspecify.annotations.NullMarked;
