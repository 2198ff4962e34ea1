package attune.local.play;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

import attune.local.api.SideBySide;

/** Waits, by nothing but what clients and coaches can see, until nothing happens any more. */
final class Quiet {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final int AT_ONCE = 8;

    private final Lists lists;
    private final List<Told> accepted;
    private final List<String> clients;
    private final Duration patience;

    Quiet(Lists lists, List<Told> accepted, List<String> clients, Duration patience) {
        this.lists = lists;
        this.accepted = accepted;
        this.clients = clients;
        this.patience = patience;
    }

    /** What can be seen at the end: twice the same and complete, or what there is when patience is over. */
    List<Seen> await(java.util.function.Predicate<List<Seen>> complete) {
        long end = System.nanoTime() + patience.toNanos();
        SideBySide.map(accepted, AT_ONCE, told -> {
            String position = told.position();
            if (position != null) {
                lists.awaitFolded(told.item().client(), position, patience);
            }
            return told;
        });
        List<Seen> before = look();
        while (true) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            List<Seen> now = look();
            if (System.nanoTime() > end || (now.equals(before) && complete.test(now))) {
                return now;
            }
            before = now;
        }
    }

    private List<Seen> look() {
        Map<String, Set<UUID>> conflicts = accepted.stream().map(Told::item)
                .filter(item -> item.kind() == Item.Kind.ENTRY)
                .collect(Collectors.groupingBy(Item::client, Collectors.mapping(Item::subject, Collectors.toSet())));
        return SideBySide.map(clients, AT_ONCE, client -> lists.read(client, conflicts.getOrDefault(client, Set.of())));
    }
}
