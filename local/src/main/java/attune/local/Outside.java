package attune.local;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

import attune.embedded.ApnsReceiver;
import attune.embedded.FaultControl;
import attune.embedded.FaultSwitch;
import attune.embedded.FcmReceiver;
import attune.embedded.MailCatcher;
import attune.embedded.PushReceiver;
import attune.embedded.WebhookReceiver;

/**
 * What messages leave for, on this machine: devices behind three push services, the system of a practice, and mail. Each
 * takes what it is given as the real one does, or has the fault that somebody switches on.
 *
 * @param push the push service of browsers, and the browsers
 * @param apns the push service of phones of one kind, and the phones
 * @param fcm that of the other kind
 * @param webhooks the system of a practice
 */
record Outside(PushReceiver push, ApnsReceiver apns, FcmReceiver fcm, WebhookReceiver webhooks) {

    static Outside start(Ports ports, Parts parts, MailCatcher mail) {
        InstantSource clock = InstantSource.system();
        Outside outside = new Outside(
                parts.add(Parts.Layer.NEIGHBOURS, "web push", PushReceiver.start(ports.of(Door.WEB_PUSH))),
                parts.add(Parts.Layer.NEIGHBOURS, "APNs", ApnsReceiver.start(ports.of(Door.APNS), clock)),
                parts.add(Parts.Layer.NEIGHBOURS, "FCM", FcmReceiver.start(ports.of(Door.FCM), clock)),
                parts.add(Parts.Layer.NEIGHBOURS, "webhooks", WebhookReceiver.start(ports.of(Door.WEBHOOKS), clock)));
        parts.add(Parts.Layer.NEIGHBOURS, "the fault switches",
                FaultControl.start(ports.of(Door.FAULTS), outside.switches(mail)));
        return outside;
    }

    /** What the notification service has to know to send there, under the names of its settings. */
    Map<String, String> settings() {
        ApnsReceiver.Sender sender = apns.sender();
        return Map.of("ATTUNE_APNS_KEY", sender.privateKey(), "ATTUNE_APNS_KEY_ID", sender.keyId(),
                "ATTUNE_APNS_TEAM", sender.team(), "ATTUNE_APNS_TOPIC", sender.topic(),
                "ATTUNE_APNS_URI", apns.origin().toString(),
                // In base64 it is one word.
                "ATTUNE_FCM_SERVICE_ACCOUNT", Base64.getEncoder()
                        .encodeToString(fcm.serviceAccount().getBytes(StandardCharsets.UTF_8)),
                "ATTUNE_FCM_URI", fcm.origin().toString());
    }

    private Map<String, FaultSwitch> switches(MailCatcher mail) {
        Map<String, FaultSwitch> switches = new LinkedHashMap<>();
        switches.put("smtp", mail.faults());
        switches.put("web-push", push.faults());
        switches.put("apns", apns.faults());
        switches.put("fcm", fcm.faults());
        switches.put("webhooks", webhooks.faults());
        return switches;
    }
}
