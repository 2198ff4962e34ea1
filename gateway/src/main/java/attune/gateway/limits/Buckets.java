package attune.gateway.limits;

import java.time.Duration;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

import attune.http.problems.ProblemException;
import attune.http.problems.ProblemKind;

/** One token bucket a caller, as many callers as there is room for. Safe for use by many threads. */
final class Buckets {

    private static final ProblemKind TOO_MANY = new ProblemKind("too-many-requests", HttpStatus.TOO_MANY_REQUESTS,
            "Too many requests");
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(10);

    private final String name;
    private final LimitSettings.Rate rate;
    private final Cache<String, Bucket> buckets;

    /**
     * @param name how the limit is called in headers: {@code person} or {@code address}
     * @param remembered how many callers are remembered
     */
    Buckets(String name, LimitSettings.Rate rate, int remembered) {
        this.name = name;
        this.rate = rate;
        this.buckets = Caffeine.newBuilder().maximumSize(remembered).expireAfterAccess(FORGOTTEN_AFTER).build();
    }

    /**
     * Takes one request from a caller's bucket.
     *
     * @return how it stands; its headers are worth telling when little is left
     */
    Standing take(String caller) {
        ConsumptionProbe probe = buckets.get(caller, _ -> full()).tryConsumeAndReturnRemaining(1);
        return new Standing(probe.isConsumed(), probe.getRemainingTokens(),
                Duration.ofNanos(probe.isConsumed() ? 0 : probe.getNanosToWaitForRefill()));
    }

    private Bucket full() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(rate.burst()).refillGreedy(rate.perSecond(), Duration.ofSeconds(1)))
                .build();
    }

    /** How a caller stands after a request: whether it may go on, how many may follow, how long until the next may. */
    final class Standing {

        private final boolean good;
        private final long left;
        private final Duration wait;

        private Standing(boolean good, long left, Duration wait) {
            this.good = good;
            this.left = left;
            this.wait = wait;
        }

        boolean isGood() {
            return good;
        }

        /** Below a fifth of the burst it is time to tell. */
        boolean isLow() {
            return left * 5 < rate.burst();
        }

        /** The headers of the IETF draft, with the limit's name, quota and window in seconds. */
        void tell(HttpHeaders headers) {
            headers.set("RateLimit-Policy", "\"" + name + "\";q=" + rate.burst() + ";w="
                    + Math.ceilDiv(rate.burst(), rate.perSecond()));
            headers.set("RateLimit", "\"" + name + "\";r=" + left + ";t=" + seconds());
        }

        ProblemException problem() {
            return TOO_MANY.problem("Nothing was done. Wait as long as Retry-After says, then send it again.")
                    .retryAfter(wait);
        }

        private long seconds() {
            return Math.ceilDiv(wait.toMillis(), 1000L);
        }
    }
}
