package attune.eventlog.documents;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns states into BSON documents and back, with the spelling that the contract gives its types: ids, times and choices
 * as strings. The driver's own record codec is no choice: it can only reach public records.
 */
final class StateCodec {

    private final JsonMapper mapper = JsonMapper.builder()
            .disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .disable(EnumFeature.READ_ENUMS_USING_TO_STRING, EnumFeature.WRITE_ENUMS_USING_TO_STRING)
            .enable(EnumFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(Include.NON_NULL))
            .build();

    BsonDocument write(Record state) {
        return bson(mapper.valueToTree(state)).asDocument();
    }

    <S extends Record> S read(Class<S> type, BsonDocument document) {
        return mapper.treeToValue(json(document), type);
    }

    private static BsonValue bson(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> document((ObjectNode) node);
            case ARRAY -> array((ArrayNode) node);
            case STRING -> new BsonString(node.stringValue());
            case BOOLEAN -> BsonBoolean.valueOf(node.booleanValue());
            case NUMBER -> number(node);
            case NULL, MISSING -> BsonNull.VALUE;
            case BINARY, POJO -> throw new IllegalArgumentException("A state holds what JSON can say");
        };
    }

    private static BsonDocument document(ObjectNode node) {
        BsonDocument document = new BsonDocument(node.size());
        node.properties().forEach(property -> document.put(property.getKey(), bson(property.getValue())));
        return document;
    }

    private static BsonArray array(ArrayNode node) {
        BsonArray array = new BsonArray(node.size());
        node.forEach(element -> array.add(bson(element)));
        return array;
    }

    private static BsonValue number(JsonNode node) {
        if (node.isInt()) {
            return new BsonInt32(node.intValue());
        }
        return node.isIntegralNumber() ? new BsonInt64(node.longValue()) : new BsonDouble(node.doubleValue());
    }

    private static JsonNode json(BsonValue value) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (value.getBsonType()) {
            case DOCUMENT -> object(value.asDocument());
            case ARRAY -> {
                ArrayNode array = nodes.arrayNode();
                value.asArray().forEach(element -> array.add(json(element)));
                yield array;
            }
            case STRING -> nodes.stringNode(value.asString().getValue());
            case BOOLEAN -> nodes.booleanNode(value.asBoolean().getValue());
            case INT32 -> nodes.numberNode(value.asInt32().getValue());
            case INT64 -> nodes.numberNode(value.asInt64().getValue());
            case DOUBLE -> nodes.numberNode(value.asDouble().getValue());
            case NULL -> nodes.nullNode();
            default -> throw new IllegalArgumentException("A state does not hold " + value.getBsonType());
        };
    }

    private static ObjectNode object(BsonDocument document) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, BsonValue> entry : document.entrySet()) {
            object.set(entry.getKey(), json(entry.getValue()));
        }
        return object;
    }
}
