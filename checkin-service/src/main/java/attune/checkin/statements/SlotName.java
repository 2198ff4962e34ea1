package attune.checkin.statements;

import java.util.Arrays;

/** What a sentence that can be heard is made of. */
public enum SlotName {
    /** What happened, as a camera would have seen it. */
    OBSERVATION("observation"),
    /** A state that the author feels. */
    FEELING("feeling"),
    /** What everybody needs, said as something good. */
    NEED("need"),
    /** Something that can be done, and refused. */
    REQUEST("request"),
    /** How it may be for the other. */
    OTHER_PERSPECTIVE("otherPerspective");

    private final String wireName;

    SlotName(String wireName) {
        this.wireName = wireName;
    }

    /** Its name in files and answers. */
    public String wireName() {
        return wireName;
    }

    static SlotName of(String wireName) {
        return Arrays.stream(values()).filter(name -> name.wireName.equals(wireName)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no slot named " + wireName));
    }
}
