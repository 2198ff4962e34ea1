package attune.gateway.routes;

import java.time.Duration;

import io.netty.channel.ChannelOption;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/** The connections to the rooms: two pools with an end each, one for requests, one for streams. */
final class RoomClients {

    /** Below the 75 s after which a room closes a quiet connection, so that nobody writes into a closed one. */
    private static final Duration IDLE = Duration.ofSeconds(60);

    private final HttpClient requests;
    private final HttpClient streams;

    RoomClients(RoomSettings settings) {
        this.requests = client("requests", settings.connections(), settings);
        this.streams = client("streams", settings.streams(), settings);
    }

    HttpClient forRequests() {
        return requests;
    }

    HttpClient forStreams() {
        return streams;
    }

    private static HttpClient client(String name, int connections, RoomSettings settings) {
        ConnectionProvider pool = ConnectionProvider.builder("rooms-" + name)
                .maxConnections(connections)
                .pendingAcquireMaxCount(settings.waiting())
                .pendingAcquireTimeout(settings.acquire())
                .maxIdleTime(IDLE)
                .lifo()
                .build();
        return HttpClient.create(pool)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) settings.connect().toMillis())
                .followRedirect(false);
    }
}
