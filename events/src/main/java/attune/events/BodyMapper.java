package attune.events;

import java.time.Instant;
import java.time.LocalTime;
import java.util.UUID;
import java.util.function.Function;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/**
 * The mapper for bodies: lenient about what is new (fields, choices), strict about what is there. Left to itself Jackson
 * takes 1 for the second constant of an enum, 3.7 for 3, 5 for a moment in 1970 and three spellings for a UUID; then two
 * readers could understand two things.
 */
final class BodyMapper {

    /** Jackson's own limits, written down: an application can change the defaults for its whole process. */
    private static final StreamReadConstraints LIMITS = StreamReadConstraints.builder()
            .maxNestingDepth(500)
            .maxStringLength(20_000_000)
            .maxNameLength(50_000)
            .maxNumberLength(1_000)
            .build();

    private BodyMapper() {}

    static JsonMapper create() {
        return JsonMapper.builder(JsonFactory.builder().streamReadConstraints(LIMITS).build())
                .disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                .disable(EnumFeature.READ_ENUMS_USING_TO_STRING, EnumFeature.WRITE_ENUMS_USING_TO_STRING)
                .enable(EnumFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE, EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withCoercionConfig(LogicalType.Textual, config -> config
                        .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
                .changeDefaultPropertyInclusion(inclusion -> inclusion
                        .withValueInclusion(JsonInclude.Include.NON_NULL))
                .addModule(new SimpleModule("attune-events")
                        .addDeserializer(UUID.class, new OneForm<>(UUID.class, CanonicalUuid::parse))
                        .addDeserializer(Instant.class, new OneForm<>(Instant.class, Rfc3339::parseInstant))
                        .addDeserializer(LocalTime.class, new OneForm<>(LocalTime.class, LocalTime::parse)))
                .build();
    }

    /** Reads a value from text of one form and from nothing else. */
    private static final class OneForm<T> extends StdScalarDeserializer<T> {

        private final Function<String, T> parse;

        OneForm(Class<T> type, Function<String, T> parse) {
            super(type);
            this.parse = parse;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                throw context.wrongTokenException(parser, handledType(), JsonToken.VALUE_STRING, "Text is wanted");
            }
            return parse.apply(parser.getString());
        }
    }
}
