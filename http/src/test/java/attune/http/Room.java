package attune.http;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import attune.http.cursors.Cursor;
import attune.http.cursors.Page;
import attune.http.cursors.Paging;
import attune.http.positions.PositionAwaiter;
import attune.http.problems.FieldErrors;
import attune.http.problems.ProblemKind;
import attune.http.streams.EventStreams;
import attune.http.streams.LastEventId;
import attune.http.streams.StreamEvent;
import attune.http.tokens.AccessRules;
import attune.http.tokens.Caller;
import attune.http.tokens.Role;

/** A room with one of each, as a service would build it. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import(Room.Door.class)
class Room {

    /** What the stream shows. */
    static final Sinks.Many<StreamEvent> EVENTS = Sinks.many().multicast().directBestEffort();

    static final ProblemKind ID_TAKEN = new ProblemKind("id-taken", HttpStatus.CONFLICT, "This id is taken");

    @Bean
    AccessRules accessRules() {
        return AccessRules.begin()
                .open("/openapi.json", "/api/v1/support/**")
                .only(Role.COACH, "/api/v1/caseload/**")
                .end();
    }

    @Bean
    PositionAwaiter positionAwaiter() {
        return position -> position.startsWith("journal-3@") ? Mono.just(true) : Mono.never();
    }

    enum About {
        @JsonProperty("partner")
        PARTNER,
        @JsonProperty("work")
        WORK
    }

    record Entry(@Nullable OffsetDateTime occurredAt, @Nullable About about, @Nullable Integer mood,
            @Nullable Boolean stillGoingOn, @Nullable List<String> words, @Nullable String note,
            @Nullable Entry nested) {}

    record Item(int number) {}

    @RestController
    static class Door {

        private final EventStreams streams;

        Door(EventStreams streams) {
            this.streams = streams;
        }

        @GetMapping("/api/v1/me")
        String me(Caller caller) {
            return caller.person();
        }

        @GetMapping("/api/v1/caseload")
        String caseload() {
            return "[]";
        }

        @GetMapping("/api/v1/support")
        String support() {
            return "help";
        }

        @PutMapping("/api/v1/entries/{id}")
        Entry put(@PathVariable UUID id, @RequestBody Entry entry) {
            FieldErrors errors = new FieldErrors();
            errors.required("/mood", entry.mood());
            errors.range("/mood", entry.mood(), 1, 5);
            errors.maxLength("/note", entry.note(), 10);
            errors.maxItems("/words", entry.words(), 2);
            errors.throwIfAny();
            return entry;
        }

        @GetMapping("/api/v1/taken")
        String taken() {
            throw ID_TAKEN.problem("Use a new id.");
        }

        @GetMapping("/api/v1/broken")
        String broken() {
            throw new IllegalStateException("secret words of a person");
        }

        @GetMapping("/api/v1/items")
        Page<Item> items(Paging paging) {
            Cursor after = paging.after();
            int first = after == null ? 1 : Integer.parseInt(after.id()) + 1;
            List<Item> items = IntStream.range(first, first + paging.fetch()).mapToObj(Item::new).toList();
            return paging.page(items, item -> new Cursor(Instant.ofEpochSecond(item.number()), "" + item.number()));
        }

        @GetMapping("/api/v1/stream")
        Mono<Void> stream(Caller caller, ServerWebExchange exchange) {
            Flux<StreamEvent> begin = Flux.just(StreamEvent.of("0", "begin",
                    LastEventId.of(exchange).orElse("none").getBytes(StandardCharsets.UTF_8)));
            return streams.send(exchange, caller, Flux.merge(EVENTS.asFlux(), begin));
        }

        @GetMapping("/api/v1/flood")
        Mono<Void> flood(Caller caller, ServerWebExchange exchange) {
            byte[] data = "x".repeat(100_000).getBytes(StandardCharsets.US_ASCII);
            return streams.send(exchange, caller,
                    Flux.range(0, 2_000).map(i -> StreamEvent.of("" + i, "flood", data)).concatWith(Flux.never()));
        }
    }
}
