package attune.gateway.openapi;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Asks each room for its part of the API document; bounded in time and size. A room that is away has none. */
final class RoomDocuments {

    private static final int LARGEST = 1024 * 1024;
    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final int OK = 200;

    private final HttpClient client;
    private final JsonMapper json;
    private final Map<String, URI> rooms;

    RoomDocuments(HttpClient client, JsonMapper json, Map<String, URI> rooms) {
        this.client = client;
        this.json = json;
        this.rooms = rooms;
    }

    /** The part of every room, in the order of the rooms' names. */
    Mono<MergedDocument> merged() {
        return Flux.fromIterable(rooms.entrySet())
                .flatMapSequential(room -> part(room.getKey(), room.getValue()), 8)
                .sort((a, b) -> a.room().compareTo(b.room()))
                .collectList()
                .map(parts -> MergedDocument.of(json, parts));
    }

    private Mono<MergedDocument.Part> part(String room, URI address) {
        return client.get()
                .uri(address.resolve("/openapi.json"))
                .response(RoomDocuments::body)
                .single()
                .timeout(LONGEST)
                .map(bytes -> new MergedDocument.Part(room, object(json.readTree(bytes))))
                .onErrorResume(_ -> Mono.just(new MergedDocument.Part(room, Optional.empty())));
    }

    private static Optional<ObjectNode> object(JsonNode document) {
        return document instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
    }

    private static Mono<byte[]> body(HttpClientResponse response, ByteBufFlux content) {
        if (response.status().code() != OK) {
            return Mono.error(new IllegalStateException("no document"));
        }
        return content.asByteArray().reduceWith(ByteArrayOutputStream::new, (all, piece) -> {
            if (all.size() + piece.length > LARGEST) {
                throw new IllegalStateException("the document is too large");
            }
            all.writeBytes(piece);
            return all;
        }).map(ByteArrayOutputStream::toByteArray);
    }
}
