package attune.checkin.text;

import org.jspecify.annotations.Nullable;

/**
 * What a text is written in.
 *
 * @param code ISO 639-3, such as {@code eng}; null if it cannot be told
 * @param understood whether all of it can be analysed: false if a whole sentence or more is in another language
 */
public record Language(@Nullable String code, boolean understood) {

    static final Language ENGLISH = new Language("eng", true);

    /** Nothing that could be a word. */
    static final Language NONE = new Language(null, true);
}
