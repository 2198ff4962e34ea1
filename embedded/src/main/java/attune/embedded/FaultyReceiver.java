package attune.embedded;

import java.io.IOException;
import java.util.Map;

import com.sun.net.httpserver.HttpExchange;

import attune.embedded.LoopbackHttp.Answer;

/** A receiver that behaves as its switch says. */
record FaultyReceiver(Receiver receiver, FaultSwitch faults) implements LoopbackHttp.Handler {

    /** What every receiver says that is asked to come again in a second. */
    static final Map<String, String> COME_AGAIN = Map.of("Retry-After", "1");

    @Override
    public Answer answer(HttpExchange exchange) throws IOException {
        faults.pause();
        return switch (faults.now()) {
            case OFF, SLOW -> take(exchange);
            case BUSY -> unread(exchange, receiver.busy());
            case BROKEN -> unread(exchange, receiver.broken());
            case GONE -> unread(exchange, receiver.gone());
            case DROPPING -> {
                Answer answer = take(exchange);
                if (answer.status() < 300) {
                    exchange.close();
                    throw new IOException("Hung up, as was asked for");
                }
                yield answer;
            }
        };
    }

    private Answer take(HttpExchange exchange) throws IOException {
        Answer answer = receiver.take(exchange);
        if (answer.status() < 300) {
            faults.hasTaken();
        }
        return answer;
    }

    private static Answer unread(HttpExchange exchange, Answer answer) throws IOException {
        exchange.getRequestBody().transferTo(java.io.OutputStream.nullOutputStream());
        return answer;
    }
}
