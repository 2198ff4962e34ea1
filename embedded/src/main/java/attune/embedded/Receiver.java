package attune.embedded;

import java.io.IOException;

import com.sun.net.httpserver.HttpExchange;

import attune.embedded.LoopbackHttp.Answer;

/** A receiver of messages over HTTP, apart from its faults. */
interface Receiver {

    /** Looks at a message as the real one does, and keeps it if that is satisfied. */
    Answer take(HttpExchange exchange) throws IOException;

    /** What it says when it has enough for now. */
    Answer busy();

    /** What it says when it is broken. */
    Answer broken();

    /** What it says when nobody lives there. */
    Answer gone();
}
