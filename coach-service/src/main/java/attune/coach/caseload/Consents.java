package attune.coach.caseload;

import java.time.Duration;
import java.util.Set;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

import attune.coach.client.ClientDocuments;
import attune.coach.client.Overview;
import attune.eventlog.documents.Documents;
import attune.events.PersonId;
import attune.events.Scope;

/** Which coach may see what of whom, at the moment of asking. */
@Component
public class Consents {

    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final int MOST = 10_000;

    private final Documents documents;
    private final AsyncCache<PersonId, Overview> recent = Caffeine.newBuilder()
            .expireAfterWrite(SHORT).maximumSize(MOST).executor(Runnable::run).buildAsync();

    Consents(Documents documents) {
        this.documents = documents;
    }

    /** What a coach may see of a client; empty if nothing, which is no other answer than for nobody at all. */
    public Mono<Set<Scope>> scopes(PersonId coach, PersonId client) {
        return read(client).flatMap(overview -> Mono.justOrEmpty(overview.scopesOf(coach)));
    }

    /**
     * The same for live streams, in which many items of many clients pass: what it says may be a second old, and no
     * older.
     */
    public Mono<Set<Scope>> scopesForStreams(PersonId coach, PersonId client) {
        return Mono.fromFuture(() -> recent.get(client, (_, _) -> read(client).toFuture()), true)
                .flatMap(overview -> Mono.justOrEmpty(overview.scopesOf(coach)));
    }

    private Mono<Overview> read(PersonId client) {
        return documents.find(ClientDocuments.OVERVIEWS, client.value());
    }
}
