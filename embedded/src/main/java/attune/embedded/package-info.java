/**
 * What Attune runs on when there is one machine: the real log, the wire protocol of the real database, a real OpenID
 * provider and a real mail server, each of them startable inside this process or as a process of its own.
 *
 * <p>
 * Everything here listens on the loopback address only and keeps what it knows in one folder, which it holds alone.
 * What cannot be started says so with an {@link attune.embedded.EmbeddedException} of one sentence.
 */
@NullMarked
package attune.embedded;

import org.jspecify.annotations.NullMarked;
