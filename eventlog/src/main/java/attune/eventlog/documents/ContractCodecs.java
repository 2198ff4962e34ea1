package attune.eventlog.documents;

import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import com.mongodb.MongoClientSettings;
import org.bson.BsonReader;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.configuration.CodecRegistries;
import org.bson.codecs.configuration.CodecRegistry;
import org.bson.codecs.record.RecordCodecProvider;

import attune.events.CheckInId;
import attune.events.ConflictId;
import attune.events.EntryId;
import attune.events.EventId;
import attune.events.NotificationId;
import attune.events.PersonId;
import attune.events.Position;
import attune.events.PrivateText;
import attune.events.SuggestionId;

/** How the types of the contract stand in documents: ids, positions, private texts and local times as strings. */
final class ContractCodecs {

    private ContractCodecs() {}

    static CodecRegistry registry() {
        return CodecRegistries.fromRegistries(
                CodecRegistries.fromCodecs(List.of(
                        text(PersonId.class, PersonId::value, PersonId::of),
                        text(EventId.class, EventId::toString, EventId::of),
                        text(CheckInId.class, CheckInId::toString, CheckInId::of),
                        text(ConflictId.class, ConflictId::toString, ConflictId::of),
                        text(EntryId.class, EntryId::toString, EntryId::of),
                        text(SuggestionId.class, SuggestionId::toString, SuggestionId::of),
                        text(NotificationId.class, NotificationId::toString, NotificationId::of),
                        text(Position.class, Position::toString, Position::parse),
                        text(PrivateText.class, PrivateText::value, PrivateText::of),
                        text(UUID.class, UUID::toString, UUID::fromString),
                        text(LocalTime.class, LocalTime::toString, LocalTime::parse),
                        text(OffsetDateTime.class, OffsetDateTime::toString, OffsetDateTime::parse))),
                MongoClientSettings.getDefaultCodecRegistry(),
                CodecRegistries.fromProviders(new RecordCodecProvider()));
    }

    private static <T> Codec<T> text(Class<T> type, Function<T, String> write, Function<String, T> read) {
        return new TextCodec<>(type, write, read);
    }

    private record TextCodec<T>(Class<T> type, Function<T, String> write, Function<String, T> read)
            implements
                Codec<T> {

        @Override
        public void encode(BsonWriter writer, T value, EncoderContext context) {
            writer.writeString(write.apply(value));
        }

        @Override
        public T decode(BsonReader reader, DecoderContext context) {
            return read.apply(reader.readString());
        }

        @Override
        public Class<T> getEncoderClass() {
            return type;
        }
    }
}
