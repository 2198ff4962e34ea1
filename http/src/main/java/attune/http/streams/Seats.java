package attune.http.streams;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.http.HttpStatus;

import attune.http.problems.ProblemException;
import attune.http.problems.ProblemKind;

/** How many streams are open, by person and in all. Safe for use by many threads. */
final class Seats {

    private static final ProblemKind TOO_MANY = new ProblemKind("too-many-streams", HttpStatus.TOO_MANY_REQUESTS,
            "Too many streams are open");
    private static final ProblemKind FULL = new ProblemKind("streams-full", HttpStatus.SERVICE_UNAVAILABLE,
            "No more streams can be opened right now");

    private final int perPerson;
    private final int inAll;
    private final ConcurrentMap<String, Integer> byPerson = new ConcurrentHashMap<>();
    private final AtomicInteger taken = new AtomicInteger();

    Seats(int perPerson, int inAll) {
        this.perPerson = perPerson;
        this.inAll = inAll;
    }

    /** @throws ProblemException 429 if this person has too many, 503 if all together have */
    Seat take(String person) {
        if (taken.incrementAndGet() > inAll) {
            taken.decrementAndGet();
            throw FULL.problem("Read the list instead, or try again shortly.").retryAfter(Duration.ofSeconds(30));
        }
        if (byPerson.merge(person, 1, Integer::sum) > perPerson) {
            leave(person);
            throw TOO_MANY.problem("Close one of your other streams first; " + perPerson + " may be open at a time.")
                    .retryAfter(Duration.ofSeconds(10));
        }
        return () -> leave(person);
    }

    int taken() {
        return taken.get();
    }

    private void leave(String person) {
        byPerson.computeIfPresent(person, (_, count) -> count == 1 ? null : count - 1);
        taken.decrementAndGet();
    }

    /** One open stream. */
    @FunctionalInterface
    interface Seat {

        void leave();
    }
}
