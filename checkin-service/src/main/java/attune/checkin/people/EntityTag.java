package attune.checkin.people;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

import attune.http.problems.ProblemKind;

/**
 * A strong entity tag: the same for the same content, also on another instance.
 *
 * @param value with its quotation marks
 */
record EntityTag(String value) {

    private static final ProblemKind CHANGED = new ProblemKind("changed-meanwhile", HttpStatus.PRECONDITION_FAILED,
            "This has changed meanwhile");

    static EntityTag of(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return new EntityTag('"' + Base64.getUrlEncoder().withoutPadding().encodeToString(digest) + '"');
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Lets pass whoever knows this content or does not say what they know; all others hear 412. */
    void requireMatch(HttpHeaders headers) {
        List<String> known = headers.getIfMatch();
        if (!known.isEmpty() && !known.contains("*") && !known.contains(value)) {
            throw CHANGED.problem("Nothing was done. Read it again, and send your change with its new ETag.");
        }
    }
}
