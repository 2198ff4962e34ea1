package attune.notification.messages;

/**
 * A short message.
 *
 * @param language in which language it is, as a BCP 47 tag
 */
public record Words(String language, String title, String body) {}
