package attune.http.tokens;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 of a whole token: the cache knows tokens by it and never holds one. */
record TokenDigest(long a, long b, long c, long d) {

    static TokenDigest of(String token) {
        try {
            ByteBuffer digest = ByteBuffer.wrap(MessageDigest.getInstance("SHA-256")
                    .digest(token.getBytes(StandardCharsets.ISO_8859_1)));
            return new TokenDigest(digest.getLong(), digest.getLong(), digest.getLong(), digest.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public int hashCode() {
        return Long.hashCode(a);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TokenDigest(long a2, long b2, long c2, long d2) && a == a2 && b == b2 && c == c2
                && d == d2;
    }
}
