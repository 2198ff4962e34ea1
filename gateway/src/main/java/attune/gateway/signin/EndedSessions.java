package attune.gateway.signin;

import java.time.Duration;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * Which sessions were signed out here, so that a copy of a cookie is worth nothing afterwards. Other gateways do not
 * know; there a copy lasts until its access token ends, because its refresh token was taken back. Safe for use by many
 * threads.
 */
final class EndedSessions {

    private static final int MOST = 200_000;

    private final Cache<String, Boolean> ended;

    EndedSessions(Duration longest) {
        this.ended = Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(longest).build();
    }

    void end(Session session) {
        ended.put(session.id(), true);
    }

    boolean contains(Session session) {
        return ended.getIfPresent(session.id()) != null;
    }
}
