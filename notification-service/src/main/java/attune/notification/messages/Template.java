package attune.notification.messages;

import java.util.Map;

/**
 * A template in one language.
 *
 * @param language the folder that it is from
 */
record Template(String language, com.samskivert.mustache.Template compiled) {

    /** The text with these blanks filled in; a blank that has no value is a fault of the template. */
    String fill(Map<String, String> blanks) {
        return compiled.execute(blanks);
    }
}
