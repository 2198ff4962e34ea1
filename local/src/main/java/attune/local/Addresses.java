package attune.local;

import java.util.Map;

/** Where the services find each other and the rest, under the names that they would find in their environment. */
final class Addresses {

    private Addresses() {}

    static Map<String, String> of(String service, Ports ports, String sessionKey, PushKeys pushKeys) {
        return Map.ofEntries(
                Map.entry("ATTUNE_ISSUER", issuer(ports)),
                Map.entry("ATTUNE_JWKS", ports.loopbackUrl(Door.PROVIDER) + "/attune/jwks"),
                Map.entry("ATTUNE_AUDIENCE", "attune"),
                Map.entry("ATTUNE_SIGN_IN_PROVIDER", ports.loopbackUrl(Door.PROVIDER) + "/attune"),
                Map.entry("ATTUNE_SESSION_KEYS", sessionKey),
                Map.entry("ATTUNE_KAFKA", Ports.HOST + ":" + ports.of(Door.KAFKA)),
                Map.entry("ATTUNE_MONGODB",
                        "mongodb://%s:%d/%s".formatted(Ports.HOST, ports.of(Door.MONGODB), service)),
                Map.entry("ATTUNE_CHECKIN_URI", ports.loopbackUrl(Door.CHECKIN)),
                Map.entry("ATTUNE_COACH_URI", ports.loopbackUrl(Door.COACH)),
                Map.entry("ATTUNE_NOTIFICATION_URI", ports.loopbackUrl(Door.NOTIFICATION)),
                Map.entry("ATTUNE_BACKUP_COACHES", "coach-2"),
                Map.entry("ATTUNE_ON_CALL_COACHES", "coach-1,coach-2"),
                Map.entry("ATTUNE_SMTP_HOST", Ports.HOST),
                Map.entry("ATTUNE_SMTP_PORT", Integer.toString(ports.of(Door.SMTP))),
                Map.entry("ATTUNE_MAIL_FROM", "attune@example.org"),
                Map.entry("attune.notification.unsubscribe.url", ports.url(Door.GATEWAY)),
                Map.entry("ATTUNE_NOTIFICATION_KEYS", SessionKey.derived(sessionKey, "notification")),
                Map.entry("ATTUNE_APP_URL", ports.url(Door.GATEWAY) + "/"),
                Map.entry("ATTUNE_PUSH_PRIVATE_KEY", pushKeys.privateKey()),
                Map.entry("ATTUNE_PUSH_PUBLIC_KEY", pushKeys.publicKey()),
                // The browsers that take pushes are on this machine too.
                Map.entry("attune.notification.push.inside-too", "true"));
    }

    /** The issuer of all tokens; the provider derives the same from its port. */
    static String issuer(Ports ports) {
        return ports.url(Door.PROVIDER) + "/attune";
    }
}
