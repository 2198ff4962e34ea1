package attune.notification.messages;

/**
 * A mail.
 *
 * @param language in which language it is, as a BCP 47 tag
 * @param plain all of it as plain text
 * @param html the same as HTML
 */
public record MailWords(String language, String subject, String plain, String html) {}
