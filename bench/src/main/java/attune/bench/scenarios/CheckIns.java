package attune.bench.scenarios;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.SplittableRandom;

import attune.bench.load.HttpRequest;
import attune.bench.load.Ids;
import attune.bench.load.Requests;

/**
 * Check-ins as clients send them: about 500 bytes of JSON with a note of some sentences, a new id each, the tokens of
 * many people in turn.
 */
final class CheckIns implements Requests {

    private static final List<String> NOTES = List.of(
            "We talked about the money again and I felt smaller with every sentence. I wanted to explain how tired I am.",
            "He listened today. I said what I was afraid of and he did not try to mend it at once. That helped a lot.",
            "She was late and did not call. I know it is a small thing. It did not feel small when I sat there waiting.",
            "My brother and I wrote to each other after months. I do not know yet whether it was good that I began.");
    private static final List<String> ABOUT = List.of("partner", "family", "friend", "work", "self");

    private final String path;
    private final Ids ids;
    private final SplittableRandom random;
    private final List<String> tokens;

    CheckIns(Ids ids, long seed, List<String> tokens) {
        this("/api/v1/check-ins/", ids, seed, tokens);
    }

    /**
     * The same content sent somewhere else.
     *
     * @param path where to; the id is put behind it
     * @param tokens of those who send, in turn; nobody's when it is empty
     */
    CheckIns(String path, Ids ids, long seed, List<String> tokens) {
        this.path = path;
        this.ids = ids;
        this.random = new SplittableRandom(seed);
        this.tokens = tokens;
    }

    @Override
    public ByteBuffer request(long index) {
        String token = tokens.isEmpty() ? "" : tokens.get((int) (index % tokens.size()));
        return HttpRequest.json("PUT", path + ids.next(), token, body());
    }

    private synchronized String body() {
        return """
                {"about":"%s","mood":%d,"energy":%d,"safety":%d,"understood":%d,\
                "words":["tense","lonely"],"note":"%s %s","audience":["coach"]}"""
                .formatted(ABOUT.get(random.nextInt(ABOUT.size())), rating(), rating(), rating(), rating(),
                        NOTES.get(random.nextInt(NOTES.size())), NOTES.get(random.nextInt(NOTES.size())));
    }

    private int rating() {
        return 1 + random.nextInt(5);
    }
}
