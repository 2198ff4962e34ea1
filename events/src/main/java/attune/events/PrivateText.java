package attune.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What a person wrote in their own words. It is never logged, never a metric label, never part of an error:
 * {@link #toString()} says no more than its length.
 *
 * @param value the text as the person wrote it; always well-formed Unicode, since half of a surrogate pair, which no
 *            log and no database can hold, becomes the replacement character
 */
public record PrivateText(@JsonValue String value) {

    private static final int REPLACEMENT = 0xFFFD;

    public PrivateText {
        value = wellFormed(value);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static PrivateText of(String value) {
        return new PrivateText(value);
    }

    private static String wellFormed(String text) {
        // Only halves without their partner are surrogates as code points.
        if (text.codePoints().noneMatch(PrivateText::isHalf)) {
            return text;
        }
        return text.codePoints()
                .map(codePoint -> isHalf(codePoint) ? REPLACEMENT : codePoint)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isHalf(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    @Override
    public String toString() {
        return "PrivateText[" + value.length() + " characters]";
    }
}
