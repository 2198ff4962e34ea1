package attune.bench.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Writes the bytes of HTTP/1.1 requests. */
public final class HttpRequest {

    private HttpRequest() {}

    /**
     * A request with a JSON body.
     *
     * @param method such as PUT
     * @param path with its query
     * @param token bearer token, empty for none
     * @param body JSON text
     */
    public static ByteBuffer json(String method, String path, String token, String body) {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        byte[] head = head(method, path, token,
                "Content-Type: application/json\r\nContent-Length: " + content.length + "\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        return ByteBuffer.allocate(head.length + content.length).put(head).put(content).flip();
    }

    /** The head of a request that opens a stream of server-sent events. */
    public static String stream(String path, String token) {
        return head("GET", path, token, "Accept: text/event-stream\r\nCache-Control: no-cache\r\n");
    }

    private static String head(String method, String path, String token, String more) {
        String authorization = token.isEmpty() ? "" : "Authorization: Bearer " + token + "\r\n";
        return method + ' ' + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + authorization + more + "\r\n";
    }
}
