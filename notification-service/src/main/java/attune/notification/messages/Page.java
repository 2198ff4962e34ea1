package attune.notification.messages;

/**
 * A page of the service's own. It has one style and no script.
 *
 * @param language in which language it is, as a BCP 47 tag
 */
public record Page(String language, String html) {

    private static final String STYLE = "<style>";

    /** What stands in its style element, to the letter: a policy that allows no other style names the hash of it. */
    public String style() {
        int begin = html.indexOf(STYLE) + STYLE.length();
        return html.substring(begin, html.indexOf("</style>", begin));
    }
}
