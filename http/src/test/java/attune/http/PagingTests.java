package attune.http;

import java.net.http.HttpResponse;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Lists in pages. */
class PagingTests extends RoomTests {

    @Test
    void leadsFromPageToPage() {
        HttpResponse<String> first = send(asClient("/api/v1/items?limit=2"));
        assertThat(json(first).at("/items/1/number").asInt()).isEqualTo(2);
        String next = json(first).path("next").asString();
        assertThat(json(send(asClient("/api/v1/items?limit=2&cursor=" + next))).at("/items/0/number").asInt())
                .isEqualTo(3);
    }

    @Test
    void gives20WhenNotTold() {
        assertThat(json(send(asClient("/api/v1/items"))).path("items")).hasSize(20);
    }

    @Test
    void refusesCursorsThatAreNotOurs() {
        for (String cursor : new String[]{"x", "AAAA", "%00", "a".repeat(400), "..%2F..", "AAAAAAAAAAAAAAAA", ""}) {
            HttpResponse<String> answer = send(asClient("/api/v1/items?cursor=" + cursor));
            assertThat(answer.statusCode()).as(cursor).isEqualTo(400);
        }
        assertThat(json(send(asClient("/api/v1/items?cursor=x"))).path("code").asString()).isEqualTo("invalid-cursor");
    }

    @Test
    void refusesLimitsOutOfRange() {
        for (String limit : new String[]{"0", "101", "-1", "ten", "1e3", ""}) {
            assertThat(send(asClient("/api/v1/items?limit=" + limit)).statusCode()).as(limit).isEqualTo(400);
        }
    }
}
