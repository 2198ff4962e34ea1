package attune.checkin.intake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import attune.events.Heard;
import attune.events.JournalEvent;
import attune.events.JournalEvent.CheckInRecorded;
import attune.events.JournalEvent.ConflictEntryAdded;
import attune.events.JournalEvent.ConflictOpened;
import attune.events.PrivateText;

/** The texts of events, and events with what was heard in them. */
final class Spoken {

    private Spoken() {}

    /** Each text under the JSON Pointer of its field. */
    static Map<String, String> texts(JournalEvent event) {
        Map<String, String> texts = new LinkedHashMap<>();
        switch (event) {
            case CheckInRecorded said -> {
                put(texts, "/note", said.note());
                List<PrivateText> words = said.words();
                for (int i = 0; i < words.size(); i++) {
                    put(texts, "/words/" + i, words.get(i));
                }
            }
            case ConflictOpened said -> {
                put(texts, "/topic", said.topic());
                put(texts, "/whatHappened", said.whatHappened());
            }
            case ConflictEntryAdded said -> put(texts, "/note", said.note());
            default -> {
                // the others hold no words of the person's own
            }
        }
        return texts;
    }

    /** The same event with what was heard; others come back as they are. */
    @SuppressWarnings("unchecked") // each case gives its own type back
    static <E extends JournalEvent> E with(E event, @Nullable Heard heard) {
        return (E) switch (event) {
            case CheckInRecorded said -> new CheckInRecorded(said.checkIn(), said.about(), said.mood(), said.energy(),
                    said.safety(), said.understood(), said.words(), said.note(), said.audience(), heard);
            case ConflictOpened said -> new ConflictOpened(said.conflict(), said.about(), said.topic(),
                    said.intensity(), said.arousal(), said.stillGoingOn(), said.whatHappened(), said.saidOrDone(),
                    said.understood(), said.audience(), heard);
            case ConflictEntryAdded said -> new ConflictEntryAdded(said.conflict(), said.entry(), said.kind(),
                    said.minutes(), said.repair(), said.howReceived(), said.understood(), said.note(), heard);
            default -> event;
        };
    }

    private static void put(Map<String, String> texts, String pointer, @Nullable PrivateText text) {
        if (text != null) {
            texts.put(pointer, text.value());
        }
    }
}
