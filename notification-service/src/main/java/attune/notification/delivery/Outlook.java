package attune.notification.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import attune.eventlog.documents.Documents;
import attune.events.Category;
import attune.events.SubjectKind;
import attune.notification.channels.push.PushTargets;
import attune.notification.channels.webhook.Webhooks;
import attune.notification.inbox.Notification;
import attune.notification.inbox.Notification.Told;
import attune.notification.planning.Contacts;
import attune.notification.planning.DeliveryPlan;
import attune.notification.planning.Intent;
import attune.notification.planning.Planner;
import attune.notification.queue.DeadPage.Dead;
import attune.notification.recipients.Recipient;
import attune.notification.unsubscribe.Unsubscribed;

/**
 * What would be done with dead deliveries if they came now: by the same plan as all others, and by what is known at this
 * moment. Each is looked at by itself, as if none of the others came. Safe for use by many threads.
 */
public final class Outlook {

    private final Documents documents;
    private final Planner planner;
    private final Clock clock;

    Outlook(Documents documents, DeliverySettings settings, Clock clock) {
        this.documents = documents;
        this.planner = new Planner(settings.burden());
        this.clock = clock;
    }

    /**
     * The plans, by {@link Dead#id}.
     *
     * @return without those whose notification is not known (any more)
     */
    public Mono<Map<String, Prospect>> of(List<Dead> dead) {
        List<String> people = dead.stream().map(one -> one.person().value()).distinct().toList();
        List<String> told = dead.stream().map(Outlook::notification).distinct().toList();
        return Mono.zip(documents.findAll(Notification.DOCUMENT, told), documents.findAll(Recipient.DOCUMENT, people),
                documents.findAll(Contacts.DOCUMENT, people), documents.findAll(PushTargets.DOCUMENT, people),
                documents.findAll(Unsubscribed.DOCUMENT, people), documents.findAll(Webhooks.DOCUMENT, people))
                .map(found -> {
                    Instant now = clock.instant();
                    Map<String, Prospect> prospects = new HashMap<>();
                    for (Dead one : dead) {
                        String person = one.person().value();
                        PushTargets reached = found.getT4().getOrDefault(person, PushTargets.DOCUMENT.initial());
                        Addressee addressee = new Addressee(found.getT2().getOrDefault(person, Recipient.UNKNOWN),
                                reached.devices(), reached.phones(),
                                found.getT3().getOrDefault(person, Contacts.NONE),
                                found.getT6().getOrDefault(person, Webhooks.DOCUMENT.initial()).all(),
                                found.getT5().getOrDefault(person, Unsubscribed.DOCUMENT.initial()));
                        Prospect prospect = prospect(one, found.getT1().get(notification(one)), addressee, now);
                        if (prospect != null) {
                            prospects.put(one.id(), prospect);
                        }
                    }
                    return prospects;
                });
    }

    private @Nullable Prospect prospect(Dead dead, @Nullable Notification notification, Addressee addressee,
            Instant now) {
        Told told = notification == null ? null : notification.told();
        if (notification == null || told == null) {
            return null;
        }
        boolean urgent = told.category() == Category.SAFETY && told.about().kind() == SubjectKind.CASE;
        Intent intent = new Intent(told.category(), dead.channel(), addressee.reach(dead.channel()), urgent,
                notification.wasRead(), null, null, told.plannedAt(), now, told.expiresAt(), null);
        return new Prospect(told.category(), urgent,
                planner.plan(intent, addressee.wishes(), addressee.contacts(), now));
    }

    private static String notification(Dead dead) {
        return Notification.documentId(dead.person(), dead.notification());
    }

    /**
     * What would be done.
     *
     * @param urgent whether somebody is on call for it
     */
    public record Prospect(Category category, boolean urgent, DeliveryPlan plan) {}
}
