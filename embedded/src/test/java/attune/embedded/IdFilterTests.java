package attune.embedded;

import java.util.List;

import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class IdFilterTests {

    @Test
    void findsAPlainKey() {
        assertThat(IdFilter.of(new Document("_id", "a").append("v", 1))).isEqualTo(new Document("_id", "a"));
        assertThat(IdFilter.of(new Document("_id", new Document("$eq", 7)))).isEqualTo(new Document("_id", 7));
    }

    @Test
    void findsSeveralKeys() {
        Document in = new Document("_id", new Document("$in", List.of("a", "b")));

        assertThat(IdFilter.of(new Document("v", 1).append("_id", in.get("_id")))).isEqualTo(in);
    }

    @Test
    void findsAKeyThatWasJoinedWithOtherConditions() {
        Document joined = new Document("$and", List.of(new Document("v", 1),
                new Document("$and", List.of(new Document("_id", "a")))));

        assertThat(IdFilter.of(joined)).isEqualTo(new Document("_id", "a"));
    }

    @Test
    void findsNoKeyWhereNoneIsCertain() {
        assertThat(IdFilter.of(new Document("v", 1))).isNull();
        assertThat(IdFilter.of(new Document("_id", new Document("$gt", "a")))).isNull();
        assertThat(IdFilter.of(new Document("_id", new BsonRegularExpression("^a")))).isNull();
        assertThat(IdFilter.of(new Document("$or", List.of(new Document("_id", "a"))))).isNull();
    }
}
