package attune.local;

import java.nio.file.Path;
import java.util.Locale;

/** What a newcomer reads once everything runs. */
final class Welcome {

    private Welcome() {}

    static void show(Screen screen, Ports ports, Path logFile) {
        screen.say(String.format(Locale.ROOT, """

                Attune is ready in %.1f s.

                  App           %s/
                  API to try    %s/docs
                  Sign in as    client-1 to client-50 (client-1 and client-2 are partners), coach-1, coach-2, ops-1
                  Token         ./attune token client-1
                  Mail          %s/
                  Metrics       %s/actuator/prometheus (gateway; %s checkin, %s coach, %s notification)
                  Log           %s

                Faults:      ./attune faults (smtp, web-push, apns, fcm, webhooks)
                Real input:  ./attune play ../shared/data/counsel-chat-questions.jsonl
                Stop:        Ctrl-C. All data stays.
                """, screen.seconds(), ports.url(Door.GATEWAY), ports.url(Door.GATEWAY),
                ports.url(Door.MAIL), ports.url(Door.GATEWAY_METRICS), port(ports, Door.CHECKIN_METRICS),
                port(ports, Door.COACH_METRICS), port(ports, Door.NOTIFICATION_METRICS), logFile));
    }

    private static String port(Ports ports, Door door) {
        return String.format(Locale.ROOT, ":%d", ports.of(door));
    }
}
