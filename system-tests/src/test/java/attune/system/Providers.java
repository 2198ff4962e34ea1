package attune.system;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import attune.embedded.ApnsReceiver;
import attune.embedded.Fault;
import attune.embedded.FaultSwitch;
import attune.embedded.FcmReceiver;
import attune.embedded.MailCatcher;
import attune.embedded.PushReceiver;
import attune.embedded.PushReceiver.Subscription;
import attune.events.Channel;
import attune.events.DeliveryEvent;
import attune.events.DeliveryEvent.DeviceRegistered;
import attune.events.DeliveryEvent.PushSubscribed;
import attune.events.DevicePlatform;
import attune.events.NotificationId;
import attune.events.PrivateText;

import static org.assertj.core.api.Assertions.assertThat;

/** Mail, all three push services and systems of practices, which misbehave on request and know what they have taken. */
record Providers(MailCatcher mail, PushReceiver browsers, ApnsReceiver apns, FcmReceiver fcm, Practices practices)
        implements
            AutoCloseable {

    /** Half of the time nothing is wrong. */
    private static final List<Fault> FAULTS = List.of(Fault.OFF, Fault.OFF, Fault.OFF, Fault.OFF, Fault.SLOW,
            Fault.BUSY, Fault.BROKEN, Fault.DROPPING);
    private static final Duration SLOWNESS = Duration.ofMillis(300);
    private static final String DOMAIN = "attune.example";

    static Providers start(Path folder) {
        InstantSource clock = InstantSource.system();
        return new Providers(MailCatcher.start(MailCatcher.Settings.in(folder)), PushReceiver.start(0),
                ApnsReceiver.start(0, clock), FcmReceiver.start(0, clock), new Practices());
    }

    /** What the notification service has to know to send there. */
    Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(PushKeys.environment());
        environment.putAll(Practices.environment());
        environment.putAll(Map.of("ATTUNE_SMTP_HOST", Loopback.HOST, "ATTUNE_SMTP_PORT",
                Integer.toString(mail.smtpPort()), "ATTUNE_MAIL_FROM", "notes@" + DOMAIN,
                "ATTUNE_NOTIFICATION_PUSH_INSIDETOO", "true"));
        ApnsReceiver.Sender sender = apns.sender();
        environment.putAll(Map.of("ATTUNE_APNS_KEY", sender.privateKey(), "ATTUNE_APNS_KEY_ID", sender.keyId(),
                "ATTUNE_APNS_TEAM", sender.team(), "ATTUNE_APNS_TOPIC", sender.topic(), "ATTUNE_APNS_URI",
                apns.origin().toString(), "ATTUNE_FCM_URI", fcm.origin().toString(), "ATTUNE_FCM_SERVICE_ACCOUNT",
                Base64.getEncoder().encodeToString(fcm.serviceAccount().getBytes(StandardCharsets.UTF_8))));
        return environment;
    }

    /** A device that takes pushes: a browser, or a phone of one of the two kinds. */
    DeliveryEvent device(int number) {
        return switch (number % 3) {
            case 0 -> browser(browsers.subscribe());
            case 1 -> phone(DevicePlatform.IOS, apns.register());
            default -> phone(DevicePlatform.ANDROID, fcm.register());
        };
    }

    private static PushSubscribed browser(Subscription subscription) {
        return new PushSubscribed(UUID.randomUUID(), PrivateText.of(subscription.endpoint().toString()),
                PrivateText.of(subscription.p256dh()), PrivateText.of(subscription.auth()));
    }

    private static DeviceRegistered phone(DevicePlatform platform, String token) {
        return new DeviceRegistered(UUID.randomUUID(), platform, PrivateText.of(token));
    }

    /** Each has another fault now, or none. */
    void change(Random random) {
        faults().forEach(one -> {
            Fault fault = FAULTS.get(random.nextInt(FAULTS.size()));
            if (fault == Fault.SLOW) {
                one.becomesSlow(SLOWNESS);
            } else {
                one.becomes(fault);
            }
        });
    }

    /** Nothing is wrong any more. */
    void heal() {
        faults().forEach(one -> one.becomes(Fault.OFF));
    }

    private List<FaultSwitch> faults() {
        return Stream.concat(Stream.of(mail.faults(), browsers.faults(), apns.faults(), fcm.faults()),
                practices.faults().stream()).toList();
    }

    /** What was taken over a channel, doubles included, by the keys under which it came. */
    List<NotificationId> taken(Channel channel) {
        return channel == Channel.EMAIL
                ? mail.messages().stream().map(one -> ofMessageId(String.valueOf(one.headers().get("Message-ID"))))
                        .toList()
                : Stream.of(browsers.pushes().stream().map(PushReceiver.Push::topic),
                        apns.pushes().stream().map(ApnsReceiver.Push::collapseId),
                        fcm.messages().stream().map(FcmReceiver.Message::collapseKey))
                        .flatMap(keys -> keys)
                        .map(Providers::ofPushKey)
                        .toList();
    }

    private static NotificationId ofMessageId(String id) {
        assertThat(id).startsWith("<").endsWith("@" + DOMAIN + ">");
        return NotificationId.of(id.substring(1, id.indexOf('@')));
    }

    private static NotificationId ofPushKey(String key) {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(key));
        return new NotificationId(new UUID(bytes.getLong(), bytes.getLong()));
    }

    /** By what APNs tells repetitions, by the key that all push services have. */
    Map<String, Set<String>> apnsIds() {
        return apns.pushes().stream().collect(Collectors.groupingBy(ApnsReceiver.Push::collapseId,
                Collectors.mapping(ApnsReceiver.Push::id, Collectors.toSet())));
    }

    @Override
    public void close() {
        practices.close();
        fcm.close();
        apns.close();
        browsers.close();
        mail.close();
    }
}
