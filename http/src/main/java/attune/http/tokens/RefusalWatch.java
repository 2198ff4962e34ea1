package attune.http.tokens;

import org.springframework.web.server.ServerWebExchange;

import attune.http.problems.ProblemException;

/** Sees who is refused for want of a good token, for example to slow down who tries many. At most one bean. */
public interface RefusalWatch {

    /**
     * Is asked before a 401 is answered.
     *
     * @param refusal the answer that is about to be given
     * @return the answer to give: this one or another
     */
    ProblemException refused(ServerWebExchange exchange, ProblemException refusal);
}
