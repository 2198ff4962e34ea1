package attune.local.review;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import attune.checkin.listening.Listener;
import attune.checkin.statements.StatementReviewer;

import static org.assertj.core.api.Assertions.assertThat;

class ReviewsTests {

    private static final StatementReviewer REVIEWER = StatementReviewer.load();

    private static final Listener LISTENER = Listener.create();

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream notes = new ByteArrayOutputStream();

    @Test
    void writesALineForEachStatementInItsOrder() throws IOException {
        boolean all = run(
                "{\"id\":\"a\",\"text\":\"You never listen.\"}\n\n{\"id\":2,\"text\":\"You hit me.\",\"about\":\"partner\"}");

        assertThat(all).isTrue();
        assertThat(out.toString(StandardCharsets.UTF_8).lines()).satisfiesExactly(
                line -> assertThat(line)
                        .contains("\"id\":\"a\"", "blame", "absolute", "\"slots\":{\"observation\":")
                        .contains("\"overall\":", "\"wordings\":[\"When"),
                line -> assertThat(line).startsWith("{\"id\":2,\"flags\":[\"harm-report\"]")
                        .endsWith("\"wordings\":[]}"));
        assertThat(notes.toString(StandardCharsets.UTF_8)).contains("2 statements reviewed, 2 with a flag");
    }

    @Test
    void wordsNothingBetterBesideADanger() throws IOException {
        run("{\"id\":1,\"text\":\"You never listen. I am going to kill myself tonight.\"}");

        assertThat(out.toString(StandardCharsets.UTF_8)).contains("\"wordings\":[]");
    }

    @Test
    void namesLinesThatCannotBeReadAndGoesOn() throws IOException {
        boolean all = run("nonsense\n[]\n{\"text\":\"Hello\"}\n{\"id\":4}\n{\"id\":5,\"text\":\"Hello\"}");

        assertThat(all).isFalse();
        assertThat(out.toString(StandardCharsets.UTF_8).lines()).hasSize(1);
        assertThat(notes.toString(StandardCharsets.UTF_8)).contains("Line 1 was left out: it is not JSON.",
                "Line 2 was", "Line 3 was left out: it has no \"id\".", "Line 4 was left out: it has no \"text\".",
                "4 lines left out");
    }

    private boolean run(String lines) throws IOException {
        return new Reviews(REVIEWER, LISTENER, new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(notes, true, StandardCharsets.UTF_8))
                .run(new BufferedReader(new StringReader(lines)));
    }
}
