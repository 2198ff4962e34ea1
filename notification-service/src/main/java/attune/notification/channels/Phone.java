package attune.notification.channels;

import java.time.Instant;
import java.util.UUID;

import attune.events.DevicePlatform;
import attune.events.PrivateText;

/**
 * A device with our app.
 *
 * @param device named by the app
 * @param token what its push service knows it by
 * @param since when the app said so last
 */
public record Phone(UUID device, DevicePlatform platform, PrivateText token, Instant since) {}
