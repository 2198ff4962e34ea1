package attune.notification.messages;

/**
 * A page of the service's own.
 *
 * @param language in which language it is, as a BCP 47 tag
 */
public record Page(String language, String html) {}
