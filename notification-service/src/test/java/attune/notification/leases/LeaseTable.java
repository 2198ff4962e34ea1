package attune.notification.leases;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/** The leases as a database holds them that does what {@link LeaseStore} asks of it. */
final class LeaseTable {

    private final Map<Integer, Stored> rows = new HashMap<>();

    void write(LeaseWrite write) {
        switch (write) {
            case LeaseWrite.Renew(Stored to) -> {
                Stored there = rows.get(to.partition());
                if (there != null && there.isOf(to.owner(), to.term()) && there.beat() < to.beat()) {
                    rows.put(to.partition(), to);
                }
            }
            case LeaseWrite.Take take -> {
                if (Objects.equals(rows.get(take.to().partition()), take.from())) {
                    rows.put(take.to().partition(), take.to());
                }
            }
            case LeaseWrite.GiveBack(int partition, String owner, long term) -> {
                Stored there = rows.get(partition);
                if (there != null && there.isOf(owner, term)) {
                    rows.remove(partition);
                }
            }
        }
    }

    Map<Integer, Stored> all() {
        return Map.copyOf(rows);
    }

    @Nullable
    Stored of(int partition) {
        return rows.get(partition);
    }
}
