package attune.checkin.statements;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import attune.checkin.intake.Reading;
import attune.events.About;

/** A draft as the client sends it. Whom it is for changes nothing yet but must be one of the known. */
record StatementRequest(@Nullable String text, @Nullable String about) {

    private static final int LONGEST = 4000;

    /** The draft; 400 with every faulty field. */
    String read() {
        Reading reading = new Reading();
        reading.choice("/about", about, About.class);
        reading.required("/text", text);
        reading.text("/text", text, LONGEST);
        if (text != null && text.isBlank()) {
            reading.fault("/text", "blank", "Send some text.");
        }
        reading.throwIfAny();
        return Objects.requireNonNull(text);
    }
}
