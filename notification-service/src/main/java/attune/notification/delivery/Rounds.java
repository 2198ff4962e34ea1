package attune.notification.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import attune.events.DeliveryEvent;
import attune.notification.delivery.Addressees.Addressed;
import attune.notification.delivery.Recorder.Step;
import attune.notification.delivery.Round.Action;
import attune.notification.leases.Lease;
import attune.notification.planning.Planner;

/** Takes what is due, asks the plan about each, and has done what it says. Used by the dispatcher's thread alone. */
final class Rounds {

    private static final int AT_ONCE = 200;

    private final DueQueue queue;
    private final OwnedPartitions partitions;
    private final Barriers<Due> wishes;
    private final Addressees addressees;
    private final Planner planner;
    private final Courier courier;
    private final Sender sender;
    private final Recorder recorder;
    private final DeliverySettings settings;
    private final Clock clock;

    Rounds(DueQueue queue, OwnedPartitions partitions, Barriers<Due> wishes, Addressees addressees, Courier courier,
            Sender sender, Recorder recorder, DeliverySettings settings, Clock clock) {
        this.queue = queue;
        this.partitions = partitions;
        this.wishes = wishes;
        this.addressees = addressees;
        this.planner = new Planner(settings.burden());
        this.courier = courier;
        this.sender = sender;
        this.recorder = recorder;
        this.settings = settings;
        this.clock = clock;
    }

    /** Whether something is due whose person may have said more than is known yet. */
    boolean isHolding() {
        return wishes.isHolding();
    }

    void forget(int partition) {
        wishes.forget(partition);
    }

    void look() throws InterruptedException {
        List<Due> due = queue.due(clock.instant(), AT_ONCE, courier::room);
        if (due.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        List<Due> known = wishes.known(queue.withTheirOthers(due, now));
        Round round = new Round(planner, settings, now);
        List<Step> steps = new ArrayList<>();
        for (Addressed one : addressees.load(known, now)) {
            partitions.ready(one.due().partition()).ifPresent(lease -> act(one, lease, round, steps));
        }
        recorder.record(steps);
        recorder.recordDigests(round.digests());
    }

    private void act(Addressed one, Lease lease, Round round, List<Step> steps) {
        switch (round.decide(one.due(), one.notification(), one.addressee())) {
            case Action.Send _ -> sender.send(one, lease);
            case Action.Append(DeliveryEvent event) -> steps.add(recorder.step(one.due(), one.told(), event));
            case Action.Postpone _ -> queue.postpone(one.due(), clock.instant());
            case Action.Wait _ -> {
            }
        }
    }
}
