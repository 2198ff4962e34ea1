package attune.local;

import java.util.List;
import java.util.Set;

import attune.checkin.CheckinApplication;
import attune.coach.CoachApplication;
import attune.notification.NotificationApplication;

/** The services, and what of the common class path each of them does not use. */
final class Services {

    static final List<Service> BEHIND_THE_GATEWAY = List.of(
            new Service("checkin-service", CheckinApplication.class, Door.CHECKIN, Door.CHECKIN_METRICS, Set.of()),
            new Service("coach-service", CoachApplication.class, Door.COACH, Door.COACH_METRICS, Set.of()),
            new Service("notification-service", NotificationApplication.class, Door.NOTIFICATION,
                    Door.NOTIFICATION_METRICS, Set.of()));

    private Services() {}
}
