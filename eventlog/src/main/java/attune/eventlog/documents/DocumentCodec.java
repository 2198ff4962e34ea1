package attune.eventlog.documents;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;

import org.bson.BsonArray;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;

import attune.events.EventId;

/** Writes and reads documents: {@code _id}, the memory as {@code p}, {@code o}, {@code v}, {@code ids}, the state as {@code s}. */
final class DocumentCodec {

    private final StateCodec states = new StateCodec();

    <S extends Record> BsonDocument write(StoredDocument<S> document) {
        BsonArray ids = new BsonArray(document.recent().size());
        document.recent().forEach(id -> ids.add(binary(id)));
        return new BsonDocument("_id", new BsonString(document.key().id()))
                .append("p", new BsonInt32(document.partition()))
                .append("o", new BsonInt64(document.seen()))
                .append("v", new BsonInt64(document.version()))
                .append("ids", ids)
                .append("s", states.write(document.state()));
    }

    <S extends Record> StoredDocument<S> read(DocumentKind<S> kind, BsonDocument bson) {
        List<EventId> ids = bson.getArray("ids").stream().map(DocumentCodec::eventId).toList();
        long version = bson.getInt64("v").getValue();
        return new StoredDocument<>(new DocumentKey<>(kind, bson.getString("_id").getValue()),
                bson.getInt32("p").getValue(), bson.getInt64("o").getValue(), version, ids, state(kind, bson), version);
    }

    <S extends Record> S state(DocumentKind<S> kind, BsonDocument bson) {
        return states.read(kind.type(), bson.getDocument("s"));
    }

    private static BsonBinary binary(EventId id) {
        UUID uuid = id.value();
        return new BsonBinary(ByteBuffer.allocate(16)
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits())
                .array());
    }

    private static EventId eventId(BsonValue value) {
        ByteBuffer bytes = ByteBuffer.wrap(value.asBinary().getData());
        return new EventId(new UUID(bytes.getLong(), bytes.getLong()));
    }
}
