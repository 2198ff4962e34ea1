package attune.checkin.support;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import attune.checkin.files.DataFile;

/** All lines of help that Attune knows, in memory: it needs neither a log nor a database. Immutable. */
final class HelpDirectory {

    /** The directory in force. */
    static final String IN_FORCE = "support/directory-2026-11-1.yml";

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private final Contents contents;
    private final Map<String, String> countries = new HashMap<>();

    private HelpDirectory(Contents contents) {
        this.contents = contents;
        contents.zones().forEach((country, zones) -> zones.forEach(zone -> countries.put(zone, country)));
    }

    /** Reads a directory. */
    static HelpDirectory read(String file) {
        return new HelpDirectory(DataFile.read(file, Contents.class));
    }

    String version() {
        return contents.version();
    }

    /** All entries. */
    List<HelpLine> lines() {
        return contents.lines();
    }

    /** How many entries are in a state. */
    long count(LineState state, LocalDate today) {
        return lines().stream().filter(line -> line.state(today) == state).count();
    }

    /** A country by its ISO 3166 code in any case, or {@code UK}; empty if there is none of this code. */
    static Optional<String> country(String code) {
        String upper = code.toUpperCase(Locale.ROOT);
        String known = upper.equals("UK") ? "GB" : upper;
        return COUNTRIES.contains(known) ? Optional.of(known) : Optional.empty();
    }

    /** The country of a time zone, if the directory tells. */
    Optional<String> countryOf(String zone) {
        return Optional.ofNullable(countries.get(zone));
    }

    /** Whether there are entries for this very country. */
    boolean covers(@Nullable String country) {
        return country != null && (has(country) || contents.union().contains(country));
    }

    /** The entries for a place; never empty, and always with an emergency number. */
    List<HelpLine> lines(Whereabouts where) {
        String country = where.country();
        if (country != null && has(country)) {
            return of(country);
        }
        return country != null && contents.union().contains(country) ? of("EU") : ofRegion(where);
    }

    private List<HelpLine> of(String country) {
        return lines().stream().filter(line -> country.equals(line.country())).toList();
    }

    private boolean has(String country) {
        return lines().stream().anyMatch(line -> country.equals(line.country()));
    }

    private List<HelpLine> ofRegion(Whereabouts where) {
        Optional<String> region = contents.regions().stream()
                .filter(one -> one.holds(where))
                .map(Region::name)
                .findFirst();
        return lines().stream()
                .filter(line -> line.region() != null && region.map(line.region()::equals).orElse(true))
                .toList();
    }

    /**
     * The file.
     *
     * @param sources what the file says more than once about where rows come from
     * @param union members of the European Union
     * @param zones the time zones of countries
     */
    record Contents(String version, Map<String, String> sources, List<HelpLine> lines, List<Region> regions,
            List<String> union, Map<String, List<String>> zones) {

        Contents {
            Objects.requireNonNull(version, "version");
            lines = List.copyOf(lines);
            regions = List.copyOf(regions);
            union = List.copyOf(union);
            zones = Map.copyOf(zones);
        }
    }

    /**
     * A region.
     *
     * @param countries its countries; none for all that belong to no other region
     * @param zones how the names of its time zones begin
     */
    record Region(String name, List<String> countries, List<String> zones) {

        Region {
            Objects.requireNonNull(name, "name");
            countries = List.copyOf(countries);
            zones = List.copyOf(zones);
        }

        private boolean holds(Whereabouts where) {
            if (where.country() != null) {
                return countries.isEmpty() || countries.contains(where.country());
            }
            String zone = where.zone();
            return zone != null && zones.stream().anyMatch(zone::startsWith);
        }
    }
}
