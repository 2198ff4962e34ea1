package attune.checkin.text;

import java.util.Set;

/** Small closed sets of words. */
final class Joining {

    /** Words that join a clause to the one before. */
    static final Set<String> WORDS = Set.of("and", "but", "so", "or", "because", "then", "well", "oh", "yeah", "yes",
            "ok", "hi", "hey", "hello", "sorry", "please", "also", "plus", "cause", "um", "uh", "yo", "bro");

    static final Set<String> NUMBERS = Set.of("one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
            "ten", "eleven", "twelve", "twenty", "thirty", "forty", "fifty", "hundred", "dozen");

    private Joining() {}
}
