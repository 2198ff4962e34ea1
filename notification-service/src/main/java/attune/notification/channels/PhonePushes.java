package attune.notification.channels;

import attune.events.DevicePlatform;

/** Sends a push to a phone through the one push service that reaches it. Blocks; safe for use by many threads. */
public interface PhonePushes {

    /** Which phones it reaches. */
    DevicePlatform platform();

    /** The name of the push service in metrics and on the log. */
    String provider();

    /** Whether there are keys for it. */
    boolean isOn();

    /**
     * Asks the push service. {@code INVALID_TARGET} means that the phone takes no more.
     *
     * @param title what is shown, nothing private
     */
    Handover send(Letter letter, Phone phone, String title, String body);
}
