package attune.bench.peers;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/**
 * "Bare": a WebFlux endpoint that takes a body, sends it to Kafka once, waits for the acknowledgement of all in-sync
 * replicas and answers 201. No token, no validation, no metrics, no context: the floor of what taking in can cost on
 * this stack.
 */
public final class BareEndpoint {

    private BareEndpoint() {}

    /**
     * Runs until it is killed.
     *
     * @param arguments bootstrap servers and topic
     */
    public static void main(String[] arguments) {
        String topic = arguments[1];
        Producer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", arguments[0], "acks", "all", "linger.ms", 0),
                new ByteArraySerializer(), new ByteArraySerializer());
        // Fetches the metadata, so that the first request does not block the event loop on it.
        System.out.println("partitions " + producer.partitionsFor(topic).size());
        RouterFunction<ServerResponse> route = RouterFunctions.route()
                .PUT("/api/v1/check-ins/{id}", request -> take(request, producer, topic))
                .build();
        serve(route);
    }

    /** Serves a route on a free port of the loopback address until the process is killed. */
    static void serve(RouterFunction<ServerResponse> route) {
        DisposableServer server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .handle(new ReactorHttpHandlerAdapter(RouterFunctions.toHttpHandler(route)))
                .bindNow();
        System.out.println("ready " + server.port());
        server.onDispose().block();
    }

    private static Mono<ServerResponse> take(ServerRequest request, Producer<byte[], byte[]> producer, String topic) {
        UUID id = UUID.fromString(request.pathVariable("id"));
        return request.bodyToMono(byte[].class)
                .flatMap(body -> sent(producer, new ProducerRecord<>(topic, key(id), body)))
                .then(ServerResponse.created(URI.create("/api/v1/check-ins/" + id)).build());
    }

    private static Mono<Void> sent(Producer<byte[], byte[]> producer, ProducerRecord<byte[], byte[]> message) {
        return Mono.create(sink -> {
            var _ = producer.send(message, (_, fault) -> {
                if (fault == null) {
                    sink.success();
                } else {
                    sink.error(fault);
                }
            });
        });
    }

    private static byte[] key(UUID id) {
        return id.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
