package attune.checkin.support;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What is shown to a person beside the answer to what they said.
 *
 * @param language of what it says
 * @param country for which the lines are; absent if it is not known
 * @param urgent whether it comes before everything else on the screen
 * @param title of the page that needs no sign-in; absent elsewhere
 * @param says sentences in their order
 * @param lines lines of help in their order
 * @param more where to find lines in other countries
 * @param directory the version of the directory
 */
public record Support(String language, @Nullable String country, boolean urgent, @Nullable String title,
        List<String> says, List<Line> lines, More more, String directory) {

    /**
     * A line of help, with how far it can be relied on.
     *
     * @param note what to keep in mind; absent for a verified entry
     */
    record Line(@Nullable String country, @Nullable String region, HelpKind type, String name,
            @Nullable String phone, @Nullable String sms, @Nullable String chat, @Nullable String hours,
            List<String> languages, String source, @Nullable LocalDate verifiedOn, @Nullable String verifiedBy,
            LineState state, @Nullable String note) {

        static Line of(HelpLine line, LocalDate today, Words.Line words) {
            LineState state = line.state(today);
            return new Line(line.country(), line.region(), line.type(), line.name(), line.phone(), line.sms(),
                    line.chat(), line.hours(), line.languages(), line.source(), line.verifiedOn(), line.verifiedBy(),
                    state, switch (state) {
                        case VERIFIED -> null;
                        case STALE -> words.stale();
                        case UNVERIFIED -> words.unverified();
                    });
        }
    }

    /** A directory of lines in many countries. */
    record More(String name, String url) {}
}
