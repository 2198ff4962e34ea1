package attune.bench.load;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Puts the bytes of one event stream together to events. Comments (heartbeats) are counted as nothing. */
final class EventReader implements AnswerReader.Body {

    private final int stream;
    private final Consumer<ServerEvent> listener;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private String id = "";
    private String name = "";
    private String data = "";

    EventReader(int stream, Consumer<ServerEvent> listener) {
        this.stream = stream;
        this.listener = listener;
    }

    @Override
    public void take(byte[] bytes, int from, int length) {
        for (int i = from; i < from + length; i++) {
            if (bytes[i] == '\n') {
                endOfLine(line.toString(StandardCharsets.UTF_8));
                line.reset();
            } else if (bytes[i] != '\r') {
                line.write(bytes[i]);
            }
        }
    }

    private void endOfLine(String text) {
        if (text.isEmpty()) {
            endOfEvent();
        } else if (text.startsWith("id:")) {
            id = text.substring(3).strip();
        } else if (text.startsWith("event:")) {
            name = text.substring(6).strip();
        } else if (text.startsWith("data:")) {
            data = data.isEmpty() ? text.substring(5).strip() : data + '\n' + text.substring(5).strip();
        }
    }

    private void endOfEvent() {
        if (!name.isEmpty() || !data.isEmpty()) {
            listener.accept(new ServerEvent(stream, id, name, data, System.nanoTime()));
        }
        id = "";
        name = "";
        data = "";
    }
}
