package attune.local;

import java.util.List;

import attune.checkin.CheckinApplication;
import attune.coach.CoachApplication;
import attune.gateway.GatewayApplication;
import attune.notification.NotificationApplication;

/** The services, and what of the common class path each of them does not use. */
final class Services {

    private static final String LOG_AND_DATABASE = String.join(",", "org.springframework.boot.kafka.",
            "org.springframework.boot.mongodb.", "org.springframework.boot.integration.",
            "org.springframework.boot.transaction.", "org.springframework.boot.persistence.",
            "org.springframework.cloud.stream.", "org.springframework.cloud.function.");
    private static final String MAIL = "org.springframework.boot.mail.";
    private static final String ROUTES = String.join(",", "org.springframework.cloud.gateway.",
            "org.springframework.cloud.client.", "org.springframework.cloud.commons.",
            "org.springframework.cloud.configuration.", "org.springframework.cloud.autoconfigure.");

    static final Service GATEWAY = new Service("gateway", GatewayApplication.class, Door.GATEWAY, Door.GATEWAY_METRICS,
            LOG_AND_DATABASE + "," + MAIL);

    static final List<Service> BEHIND_THE_GATEWAY = List.of(
            new Service("checkin-service", CheckinApplication.class, Door.CHECKIN, Door.CHECKIN_METRICS,
                    ROUTES + "," + MAIL),
            new Service("coach-service", CoachApplication.class, Door.COACH, Door.COACH_METRICS, ROUTES + "," + MAIL),
            new Service("notification-service", NotificationApplication.class, Door.NOTIFICATION,
                    Door.NOTIFICATION_METRICS, ROUTES));

    private Services() {}
}
