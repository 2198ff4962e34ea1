package attune.checkin.text;

import java.util.List;

/** What a phrase is made of, after its written form was parsed. */
sealed interface Phrase {

    /** A word, in any of its forms. */
    record Words(List<String> forms) implements Phrase {}

    /** A name that stands for other phrases. */
    record Named(String name) implements Phrase {}

    record Sequence(List<Phrase> parts) implements Phrase {}

    record Choice(List<Phrase> alternatives) implements Phrase {}

    record Optional(Phrase part) implements Phrase {}

    /** From some to many words of any kind. */
    record Gap(int least, int most) implements Phrase {}

    /** A digit or number. */
    record Count() implements Phrase {}

    /** The place where a clause begins. */
    record Beginning() implements Phrase {}

    /** The place where a clause ends. */
    record End() implements Phrase {}
}
