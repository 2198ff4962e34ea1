package attune.notification.channels.push;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import attune.eventlog.documents.DocumentKind;
import attune.eventlog.folds.Update;
import attune.eventlog.records.Recorded;
import attune.events.DeliveryEvent.DeviceRegistered;
import attune.events.DeliveryEvent.PushSubscribed;
import attune.events.DeliveryEvent.PushUnsubscribed;
import attune.notification.channels.Phone;

/**
 * The devices of a person that take pushes. Document id: the person.
 *
 * @param devices browsers, the newest last
 * @param phones with our app, the newest last
 */
public record PushTargets(List<PushSubscribed> devices, List<Phone> phones) {

    public static final DocumentKind<PushTargets> DOCUMENT = new DocumentKind<>("pushTargets", PushTargets.class,
            new PushTargets(List.of(), List.of()));

    /** Nobody has more; the oldest makes room. */
    private static final int MOST = 10;

    public PushTargets {
        devices = List.copyOf(devices);
        phones = phones == null ? List.of() : List.copyOf(phones);
    }

    /** What a subscription changes here. */
    public static Update<PushTargets> subscribed(Recorded<?> recorded, PushSubscribed device) {
        return Update.of(DOCUMENT, recorded.person().value(), before -> before.with(device));
    }

    /** What a phone changes here that says by which token it is reached. */
    public static Update<PushTargets> registered(Recorded<?> recorded, DeviceRegistered phone) {
        return Update.of(DOCUMENT, recorded.person().value(), before -> before.with(
                new Phone(phone.device(), phone.platform(), phone.token(), recorded.recordedAt())));
    }

    /** What the end of a subscription changes here. */
    public static Update<PushTargets> unsubscribed(Recorded<?> recorded, PushUnsubscribed gone) {
        return Update.of(DOCUMENT, recorded.person().value(),
                before -> new PushTargets(before.without(gone.subscription()),
                        before.phones.stream().filter(phone -> !phone.device().equals(gone.subscription())).toList()));
    }

    private PushTargets with(Phone phone) {
        List<Phone> more = new ArrayList<>(phones);
        more.removeIf(other -> other.device().equals(phone.device()) || other.token().equals(phone.token()));
        more.add(phone);
        return new PushTargets(devices, more.subList(Math.max(0, more.size() - MOST), more.size()));
    }

    private PushTargets with(PushSubscribed device) {
        List<PushSubscribed> more = new ArrayList<>(without(device.subscription()));
        more.removeIf(other -> other.endpoint().equals(device.endpoint()));
        more.add(device);
        return new PushTargets(more.subList(Math.max(0, more.size() - MOST), more.size()), phones);
    }

    private List<PushSubscribed> without(UUID subscription) {
        return devices.stream().filter(other -> !other.subscription().equals(subscription)).toList();
    }
}
