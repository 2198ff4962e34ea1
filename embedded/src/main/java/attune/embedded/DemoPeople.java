package attune.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * The people that exist on one machine: {@code client-1} to {@code client-50}, {@code coach-1}, {@code coach-2} and
 * {@code ops-1}. Nobody else gets a token from {@link EmbeddedIdentity}.
 */
public final class DemoPeople {

    private static final int CLIENTS = 50;
    private static final int COACHES = 2;

    private static final List<Person> ALL = everybody();
    private static final Map<String, Person> BY_ID = ALL.stream()
            .collect(Collectors.toUnmodifiableMap(Person::id, Function.identity()));

    private DemoPeople() {}

    /** What a person may do; the lower-case name stands in the token. */
    public enum Role {
        CLIENT,
        COACH,
        OPS;

        /** The role as the claim {@code roles} spells it. */
        public String claim() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One of them.
     *
     * @param id the person id, which is the subject of their tokens
     * @param role what they may do
     * @param partnerId the other half of a couple, or null
     */
    public record Person(String id, Role role, @Nullable String partnerId) {}

    /** All of them: clients, coaches, operators, in the order of their numbers. */
    public static List<Person> all() {
        return ALL;
    }

    /** Those with one role, in the order of their numbers. */
    public static List<Person> with(Role role) {
        return ALL.stream().filter(person -> person.role() == role).toList();
    }

    /** The person of that id, or empty if there is nobody. */
    public static Optional<Person> find(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }

    private static List<Person> everybody() {
        List<Person> people = new ArrayList<>();
        people.add(new Person("client-1", Role.CLIENT, "client-2"));
        people.add(new Person("client-2", Role.CLIENT, "client-1"));
        IntStream.rangeClosed(3, CLIENTS).forEach(n -> people.add(new Person("client-" + n, Role.CLIENT, null)));
        IntStream.rangeClosed(1, COACHES).forEach(n -> people.add(new Person("coach-" + n, Role.COACH, null)));
        people.add(new Person("ops-1", Role.OPS, null));
        return List.copyOf(people);
    }
}
