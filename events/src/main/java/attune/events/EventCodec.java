package attune.events;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import attune.events.DecodedEvent.Decoded;
import attune.events.DecodedEvent.Flaw;
import attune.events.DecodedEvent.Malformed;
import attune.events.DecodedEvent.Unknown;

/**
 * The only place that writes and reads what stands on the logs: CloudEvents 1.0 in binary mode for Kafka (attributes in
 * {@code ce_} headers), the body as JSON in UTF-8. Readers bear unknown fields, unknown choices and unknown types. It
 * is safe for use by many threads.
 *
 * <p>
 * The mapper is its own on purpose: no setting of an application may change what the logs hold.
 */
public final class EventCodec {

    private static final String SPEC_VERSION = "1.0";
    private static final String SCHEMA_BASE = "urn:attune:schema:";

    private static final Pattern TYPE_NAME = Pattern.compile("[A-Za-z0-9._-]{1,128}");

    private final JsonMapper mapper = BodyMapper.create();

    /** The record for a log. */
    public EncodedEvent encode(Envelope<?> envelope) {
        EventType type = EventType.of(envelope.event());
        Map<String, byte[]> headers = new LinkedHashMap<>();
        put(headers, "ce_specversion", SPEC_VERSION);
        put(headers, "ce_id", envelope.id().toString());
        put(headers, "ce_type", type.wireName());
        put(headers, "ce_source", envelope.source());
        put(headers, "ce_subject", envelope.person().value());
        put(headers, "ce_time", Rfc3339.format(envelope.occurredAt()));
        put(headers, "ce_recordedtime", envelope.recordedAt().toString());
        put(headers, "ce_dataschema", SCHEMA_BASE + type.wireName());
        put(headers, "content-type", "application/json");
        Cause cause = envelope.cause();
        if (cause != null) {
            put(headers, "ce_causationid", cause.id().toString());
            put(headers, "ce_causationposition", cause.position().toString());
        }
        if (envelope.traceparent() != null) {
            put(headers, "traceparent", envelope.traceparent());
        }
        return new EncodedEvent(bytes(envelope.person().value()), headers, body(envelope.event()));
    }

    /** The JSON body alone, as {@link #encode} writes it: for comparing what two events say. */
    public byte[] body(Event event) {
        return mapper.writeValueAsBytes(event);
    }

    /**
     * Reads a record of a log. Never throws for what the record holds.
     *
     * @param header the bytes of a header by its name, or null
     */
    public DecodedEvent decode(Log log, byte @Nullable [] key, Function<String, byte @Nullable []> header,
            byte @Nullable [] value) {
        Optional<PersonId> person = person(key);
        if (person.isEmpty()) {
            return new Malformed(Flaw.KEY);
        }
        String typeName = text(header, "ce_type");
        if (typeName == null || !TYPE_NAME.matcher(typeName).matches()) {
            return new Malformed(Flaw.ATTRIBUTES);
        }
        Optional<EventType> type = EventType.ofWireName(typeName);
        if (type.isEmpty()) {
            return new Unknown(typeName);
        }
        if (type.get().log() != log) {
            return new Malformed(Flaw.LOG);
        }
        if (!person.get().value().equals(text(header, "ce_subject"))) {
            return new Malformed(Flaw.SUBJECT);
        }
        return value == null ? new Malformed(Flaw.BODY) : decode(person.get(), type.get(), header, value);
    }

    private DecodedEvent decode(PersonId person, EventType type, Function<String, byte @Nullable []> header,
            byte[] value) {
        Event event;
        try {
            event = mapper.readValue(value, type.record());
        } catch (RuntimeException e) {
            // Whatever foreign bytes provoke is the bytes' fault: the next reader must not stumble over them again.
            return new Malformed(Flaw.BODY);
        }
        if (event == null) {
            return new Malformed(Flaw.BODY);
        }
        try {
            if (!SPEC_VERSION.equals(text(header, "ce_specversion"))) {
                return new Malformed(Flaw.ATTRIBUTES);
            }
            return new Decoded(new Envelope<>(EventId.of(required(header, "ce_id")), person,
                    OffsetDateTime.parse(required(header, "ce_time")),
                    Rfc3339.parseInstant(required(header, "ce_recordedtime")), required(header, "ce_source"),
                    cause(header), text(header, "traceparent"), event));
        } catch (DateTimeException | IllegalArgumentException e) {
            return new Malformed(Flaw.ATTRIBUTES);
        }
    }

    private static @Nullable Cause cause(Function<String, byte @Nullable []> header) {
        if (text(header, "ce_causationid") == null && text(header, "ce_causationposition") == null) {
            return null;
        }
        return new Cause(EventId.of(required(header, "ce_causationid")),
                Position.parse(required(header, "ce_causationposition")));
    }

    private static Optional<PersonId> person(byte @Nullable [] key) {
        if (key == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(PersonId.of(new String(key, StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String required(Function<String, byte @Nullable []> header, String name) {
        String text = text(header, name);
        if (text == null || text.isEmpty()) {
            throw new IllegalArgumentException("The header " + name + " is missing");
        }
        return text;
    }

    private static @Nullable String text(Function<String, byte @Nullable []> header, String name) {
        byte[] bytes = header.apply(name);
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }

    private static void put(Map<String, byte[]> headers, String name, String value) {
        headers.put(name, bytes(value));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
