package attune.checkin.support;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.http.HttpHeaders;

/** The languages in which Attune says what it says about help. */
final class Languages {

    private static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.GERMAN);
    private static final int LONGEST = 200;

    private final Map<Locale, SupportText> texts;

    Languages(Function<String, SupportText> texts) {
        this.texts = SPOKEN.stream()
                .collect(Collectors.toUnmodifiableMap(locale -> locale, locale -> texts.apply(locale.getLanguage())));
    }

    /** In the language that somebody wants most, or in English. */
    SupportText in(HttpHeaders headers) {
        Locale best = Locale.lookup(wanted(headers), SPOKEN);
        return Objects.requireNonNull(texts.get(best == null ? Locale.ENGLISH : best));
    }

    /** The country of the language that somebody wants most, if it names one. */
    static Optional<String> country(HttpHeaders headers) {
        return wanted(headers).stream()
                .findFirst()
                .map(range -> Locale.forLanguageTag(range.getRange()).getCountry())
                .flatMap(HelpDirectory::country);
    }

    private static List<Locale.LanguageRange> wanted(HttpHeaders headers) {
        String header = headers.getFirst(HttpHeaders.ACCEPT_LANGUAGE);
        if (header == null || header.isBlank() || header.length() > LONGEST) {
            return List.of();
        }
        try {
            return Locale.LanguageRange.parse(header);
        } catch (IllegalArgumentException _) {
            return List.of();
        }
    }
}
