package attune.bench.scenarios;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import attune.bench.contest.Goal;
import attune.bench.contest.Metric;
import attune.bench.contest.Result;
import attune.bench.contest.Showing;
import attune.bench.load.Schedule;
import attune.bench.log.Intents;
import attune.embedded.MailCatcher;
import attune.embedded.PushReceiver;

/** As many notifications as a busy evening brings, all due at the same moment, to providers that take their time. */
final class Deliveries implements Scenario {

    private static final int INTENTS = 20_000;
    private static final Duration ANSWER = Duration.ofMillis(50);
    /** Long enough to fold all of them before they are due. */
    private static final Duration AHEAD = Duration.ofSeconds(90);
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    @Override
    public String title() {
        return "deliveries";
    }

    @Override
    public List<String> goals() {
        return List.of("G17");
    }

    @Override
    public String what() {
        return "20,000 intents due at once, half by mail and half by push, providers answer in 50 ms";
    }

    @Override
    public List<Result> run(Lab lab) throws IOException, Missing {
        lab.require("notification-service");
        try (House house = House.open(lab);
                MailCatcher mail = MailCatcher
                        .start(MailCatcher.Settings.in(lab.folder("mail")).keeping(2 * INTENTS));
                PushReceiver push = PushReceiver.start(0)) {
            mail.faults().becomesSlow(ANSWER);
            push.faults().becomesSlow(ANSWER);
            House.Room service = house.service("notification-service", settings(mail));
            Instant due = java.time.InstantSource.system().instant().plus(AHEAD);
            try (Intents intents = new Intents(house.kafka())) {
                for (int i = 0; i < INTENTS; i++) {
                    if (i % 2 == 0) {
                        intents.byPush(House.person(i), push.subscribe(), due);
                    } else {
                        intents.byMail(House.person(i), due);
                    }
                }
            }
            Seen seen = untilAllAreTaken(lab, service, mail, push, due);
            Showing showing = new Showing(Map.of(Metric.RECORDS, INTENTS / seconds(seen.took()), Metric.MEMORY,
                    seen.mostMegabytes()), null);
            return List.of(new Result(new Goal("G17", what(), Metric.RECORDS, null, null), null,
                    "notification-service", List.of(), List.of(showing), List.of()));
        }
    }

    private static Seen untilAllAreTaken(Lab lab, House.Room service, MailCatcher mail, PushReceiver push, Instant due)
            throws IOException {
        long most = 0;
        while (true) {
            Schedule.awaitNanos(System.nanoTime() + LOOK.toNanos());
            most = Math.max(most, service.process().residentKib());
            long taken = mail.faults().taken() + push.faults().taken();
            Duration took = Duration.between(due, java.time.InstantSource.system().instant());
            if (taken >= INTENTS || took.compareTo(PATIENCE) > 0) {
                lab.contest().progress().accept("G17  %d of %d taken %.1f s after they were due, at most %.0f MB in RAM"
                        .formatted(taken, INTENTS, seconds(took), most * 1_024 / 1e6));
                return new Seen(took, most * 1_024 / 1e6);
            }
        }
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1e3;
    }

    private static Map<String, String> settings(MailCatcher mail) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair keys = generator.generateKeyPair();
            Base64.Encoder base64 = Base64.getEncoder();
            return Map.of("ATTUNE_SMTP_HOST", "127.0.0.1", "ATTUNE_SMTP_PORT", Integer.toString(mail.smtpPort()),
                    "ATTUNE_PUSH_PRIVATE_KEY", base64.encodeToString(keys.getPrivate().getEncoded()),
                    "ATTUNE_PUSH_PUBLIC_KEY", base64.encodeToString(keys.getPublic().getEncoded()),
                    "SPRING_APPLICATION_JSON", "{\"attune.notification.push.inside-too\":true}");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has P-256", e);
        }
    }

    /** What was seen until the last was taken. */
    private record Seen(Duration took, double mostMegabytes) {}
}
