package attune.checkin.support;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Puts support together, out of the directory and the words of one language. Pure: the same in gives the same out, and
 * what is said varies with what it is said about.
 */
final class SupportText {

    private static final String ELSEWHERE = "https://findahelpline.com";

    private final HelpDirectory directory;
    private final Words words;
    private final @Nullable StaffedHours hours;

    SupportText(HelpDirectory directory, Words words, @Nullable StaffedHours hours) {
        this.directory = directory;
        this.words = words;
        this.hours = hours;
    }

    /**
     * Support for somebody.
     *
     * @param seed names what it is about, such as the id of a check-in
     */
    Support support(Need need, Whereabouts where, String seed, LocalDate today) {
        List<HelpLine> lines = directory.lines(where);
        Words.About about = words.about(need.topic());
        List<String> says = new ArrayList<>();
        says.add(one(about.acknowledge(), seed, "acknowledge"));
        if (need.isUrgent()) {
            says.add(one(words.emergency(), seed, "emergency"));
            says.add(one(about.now(), seed, "now"));
        }
        says.add(one(about.ask(), seed, "ask"));
        says.add(one(words.people(), seed, "people"));
        says.add(one(words.barrier(), seed, "barrier"));
        says.add(one(words.automated(), seed, "automated"));
        says.add(reading());
        says.add(place(where));
        return made(where, need.isUrgent(), null, says, sorted(lines, order(need)), today);
    }

    /** The page that needs no sign-in: everything for a place, the emergency number first. */
    Support page(Whereabouts where, LocalDate today) {
        List<String> says = new ArrayList<>(words.page().says());
        says.add(reading());
        says.add(place(where));
        return made(where, false, words.page().title(), says,
                sorted(directory.lines(where), List.of(HelpKind.values())), today);
    }

    private Support made(Whereabouts where, boolean urgent, @Nullable String title, List<String> says,
            List<HelpLine> lines, LocalDate today) {
        String number = lines.stream()
                .filter(line -> line.type() == HelpKind.EMERGENCY)
                .map(HelpLine::phone)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" / "));
        return new Support(words.language(), where.country(), urgent, title,
                says.stream().map(text -> text.replace("{number}", number)).toList(),
                lines.stream().map(line -> Support.Line.of(line, today, words.line())).toList(),
                new Support.More(words.more(), ELSEWHERE), directory.version());
    }

    /** What cannot wait has the emergency number first, everything else has it last. */
    private static List<HelpKind> order(Need need) {
        List<HelpKind> order = new ArrayList<>(need.topic().first());
        List.of(HelpKind.GENERAL, HelpKind.SUICIDE, HelpKind.DV, HelpKind.CHILD).stream()
                .filter(kind -> !order.contains(kind))
                .forEach(order::add);
        order.add(need.isUrgent() ? 0 : order.size(), HelpKind.EMERGENCY);
        return order;
    }

    private static List<HelpLine> sorted(List<HelpLine> lines, List<HelpKind> order) {
        return lines.stream().sorted(Comparator.comparingInt(line -> order.indexOf(line.type()))).toList();
    }

    private String reading() {
        return hours == null ? words.hours().none() : words.hours().some().replace("{hours}", hours.in(words));
    }

    private String place(Whereabouts where) {
        String country = where.country();
        if (country == null) {
            return words.country().unknown();
        }
        String text = !directory.covers(country)
                ? words.country().uncovered()
                : where.guessed() ? words.country().guessed() : words.country().known();
        return text.replace("{country}",
                Locale.of("", country).getDisplayCountry(Locale.forLanguageTag(words.language())));
    }

    private static String one(List<String> texts, String seed, String part) {
        return texts.get(Math.floorMod((seed + "/" + part).hashCode(), texts.size()));
    }
}
