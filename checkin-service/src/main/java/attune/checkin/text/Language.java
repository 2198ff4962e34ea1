package attune.checkin.text;

import org.jspecify.annotations.Nullable;

/**
 * What a text is written in.
 *
 * @param code a language tag, such as {@code en}; null if it cannot be told
 * @param understood whether all of it can be analysed: false if a whole sentence or more is in another language
 */
public record Language(@Nullable String code, boolean understood) {

    static final Language ENGLISH = new Language("en", true);

    /** Nothing that could be a word. */
    static final Language NONE = new Language(null, true);
}
