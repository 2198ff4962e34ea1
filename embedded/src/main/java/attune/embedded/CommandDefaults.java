package attune.embedded;

import java.util.List;

import de.bwaldvogel.mongo.bson.Document;

/** Small things in which the wire server's answers differ from MongoDB's, put right around the command. */
final class CommandDefaults {

    /** How many documents MongoDB sends first if nobody says a number. */
    private static final int FIRST_BATCH = 101;

    private CommandDefaults() {}

    static void apply(String command, Document query) {
        if ("find".equals(command) && !query.containsKey("batchSize")) {
            query.put("batchSize", FIRST_BATCH);
        }
    }

    /** The server counts the documents that were sent; MongoDB those that were inserted. */
    static void mendReply(String command, Document query, Document reply) {
        if ("insert".equals(command) && reply.get("writeErrors") instanceof List<?> errors && !errors.isEmpty()
                && query.get("documents") instanceof List<?> sent) {
            boolean ordered = Boolean.TRUE.equals(query.get("ordered"));
            reply.put("n", ordered ? indexOf(errors.getFirst()) : sent.size() - errors.size());
        }
    }

    private static int indexOf(Object error) {
        return error instanceof Document document && document.get("index") instanceof Integer index ? index : 0;
    }
}
