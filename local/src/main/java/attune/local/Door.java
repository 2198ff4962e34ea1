package attune.local;

/** Everything that listens, each with the environment variable that gives it another port. */
enum Door {

    GATEWAY("the gateway", "ATTUNE_PORT", 8080),
    CHECKIN("the checkin-service", "ATTUNE_CHECKIN_PORT", 8081),
    COACH("the coach-service", "ATTUNE_COACH_PORT", 8082),
    NOTIFICATION("the notification-service", "ATTUNE_NOTIFICATION_PORT", 8083),
    GATEWAY_METRICS("the gateway's metrics", "ATTUNE_METRICS_PORT", 8180),
    CHECKIN_METRICS("the checkin-service's metrics", "ATTUNE_CHECKIN_METRICS_PORT", 8181),
    COACH_METRICS("the coach-service's metrics", "ATTUNE_COACH_METRICS_PORT", 8182),
    NOTIFICATION_METRICS("the notification-service's metrics", "ATTUNE_NOTIFICATION_METRICS_PORT", 8183),
    KAFKA("Kafka", "ATTUNE_KAFKA_PORT", 9092),
    MONGODB("the database", "ATTUNE_MONGODB_PORT", 27017),
    PROVIDER("the sign-in", "ATTUNE_PROVIDER_PORT", 8090),
    SMTP("the mail catcher", "ATTUNE_SMTP_PORT", 2525),
    MAIL("the mail page", "ATTUNE_MAIL_PORT", 8025),
    FAULTS("the fault switches", "ATTUNE_FAULTS_PORT", 8095),
    WEB_PUSH("the browsers that take pushes", "ATTUNE_WEB_PUSH_PORT", 8096),
    APNS("the phones that take APNs", "ATTUNE_APNS_PORT", 8097),
    FCM("the phones that take FCM", "ATTUNE_FCM_PORT", 8098),
    WEBHOOKS("the system that takes webhooks", "ATTUNE_WEBHOOKS_PORT", 8099);

    private final String what;
    private final String variable;
    private final int usualPort;

    Door(String what, String variable, int usualPort) {
        this.what = what;
        this.variable = variable;
        this.usualPort = usualPort;
    }

    /** What listens there, for sentences. */
    String what() {
        return what;
    }

    /** The environment variable that sets the port. */
    String variable() {
        return variable;
    }

    /** The port if nobody says another. */
    int usualPort() {
        return usualPort;
    }
}
