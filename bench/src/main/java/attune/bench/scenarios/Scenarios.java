package attune.bench.scenarios;

import java.util.List;
import java.util.Optional;

/** All there is to measure, in the order in which it runs. */
public final class Scenarios {

    /** Every scenario. */
    public static final List<Scenario> ALL = List.of(new Noise(), new Hops(), new Loop(), Ingest.SERVICE,
            Ingest.RESTING, Ingest.WHOLE,
            Ingest.TAIL, new Decision(), new Screen(), new Rebuild(), new Start(), new Memory(), new Gateways(),
            new Deliveries());

    private Scenarios() {}

    /** The scenario with this name, or the one that answers this goal. */
    public static Optional<Scenario> named(String name) {
        return ALL.stream()
                .filter(each -> each.title().equals(name) || each.goals().stream().anyMatch(name::equalsIgnoreCase))
                .findFirst();
    }
}
