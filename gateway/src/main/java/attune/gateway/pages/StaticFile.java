package attune.gateway.pages;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Something to read that is the same for everybody: held in memory, asked for again by its strong ETag. */
public final class StaticFile {

    /** Pages run only scripts and styles of their own files; styles on elements are what Swagger UI sets. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
            + "img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final byte[] body;
    private final MediaType type;
    private final String etag;

    private StaticFile(byte[] body, MediaType type, String etag) {
        this.body = body;
        this.type = type;
        this.etag = etag;
    }

    /** A file; the bytes are not to be changed afterwards. */
    public static StaticFile of(byte[] body, MediaType type) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
            return new StaticFile(body, type, "\"" + HexFormat.of().formatHex(digest, 0, 12) + "\"");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** The file, or 304 for who has it already. */
    public Mono<ServerResponse> answer(ServerRequest request) {
        boolean known = request.headers().header(HttpHeaders.IF_NONE_MATCH).contains(etag);
        ServerResponse.BodyBuilder answer = ServerResponse.status(known ? 304 : 200)
                .header(HttpHeaders.ETAG, etag)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .header("Content-Security-Policy", POLICY);
        return known ? answer.build() : answer.contentType(type).bodyValue(body);
    }
}
