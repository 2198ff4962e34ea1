package attune.events;

import java.util.Map;

/**
 * An event as it stands on a log.
 *
 * @param key the person id, UTF-8
 * @param headers CloudEvents attributes by header name, UTF-8
 * @param value the JSON body
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way to the wire; never compared
public record EncodedEvent(byte[] key, Map<String, byte[]> headers, byte[] value) {}
