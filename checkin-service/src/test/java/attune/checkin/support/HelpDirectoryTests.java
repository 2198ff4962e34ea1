package attune.checkin.support;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class HelpDirectoryTests {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");

    private final HelpDirectory directory = HelpDirectory.read(HelpDirectory.IN_FORCE);

    @Test
    void hasAnEmergencyNumberForEveryCountryAndZoneOfTheWorld() {
        for (String country : Locale.getISOCountries()) {
            assertThat(emergency(new Whereabouts(country, null, false))).as(country).isNotEmpty();
        }
        for (String zone : ZoneId.getAvailableZoneIds()) {
            assertThat(emergency(new Whereabouts(null, zone, false))).as(zone).isNotEmpty();
        }
        assertThat(emergency(Whereabouts.UNKNOWN)).containsExactlyInAnyOrder("112", "911");
    }

    @ParameterizedTest
    @CsvSource({"DE, 112", "US, 911", "GB, 999", "AU, 000", "NZ, 111", "MX, 911", "NO, 112", "FI, 112", "KE, 112"})
    void knowsTheEmergencyNumber(String country, String number) {
        assertThat(emergency(new Whereabouts(country, null, false))).containsExactly(number);
    }

    @Test
    void knowsTheRegionOfAZoneWithoutACountry() {
        assertThat(emergency(new Whereabouts(null, "America/Tijuana", false))).containsExactly("911");
        assertThat(emergency(new Whereabouts(null, "Asia/Tokyo", false))).containsExactly("112");
    }

    @Test
    void knowsTheCountryOfAZone() {
        assertThat(directory.countryOf("Europe/Berlin")).contains("DE");
        assertThat(directory.countryOf("America/Chicago")).contains("US");
        assertThat(directory.countryOf("Asia/Tokyo")).isEmpty();
    }

    @Test
    void speaksOfRealZonesAndCountriesOnly() {
        assertThat(directory.lines()).allSatisfy(line -> {
            if (line.country() != null && !line.country().equals("EU")) {
                assertThat(HelpDirectory.country(line.country())).contains(line.country());
            }
        });
        HelpDirectory.Contents contents = attune.checkin.files.DataFile.read(HelpDirectory.IN_FORCE,
                HelpDirectory.Contents.class);
        assertThat(contents.zones().values().stream().flatMap(List::stream))
                .allSatisfy(zone -> assertThat(ZoneId.getAvailableZoneIds()).contains(zone)).doesNotHaveDuplicates();
    }

    @Test
    void takesCountriesAsPeopleWriteThem() {
        assertThat(HelpDirectory.country("uk")).contains("GB");
        assertThat(HelpDirectory.country("de")).contains("DE");
        assertThat(HelpDirectory.country("xx")).isEmpty();
        assertThat(HelpDirectory.country("")).isEmpty();
    }

    /** When somebody has checked a row, this test is to be changed with it; until then nobody may claim it. */
    @Test
    void claimsNoCheckThatNobodyMade() {
        assertThat(directory.lines()).allSatisfy(line -> assertThat(line.source()).isNotBlank());
        assertThat(directory.count(LineState.UNVERIFIED, TODAY)).isEqualTo(directory.lines().size());
    }

    @Test
    void countsAnEntryAsStaleAfter180Days() {
        HelpLine checked = new HelpLine("DE", null, HelpKind.GENERAL, "A line", "1", null, null, null, List.of("de"),
                "the operator", LocalDate.parse("2026-05-27"), "Anna");

        assertThat(checked.state(LocalDate.parse("2026-11-23"))).isEqualTo(LineState.VERIFIED);
        assertThat(checked.state(LocalDate.parse("2026-11-24"))).isEqualTo(LineState.STALE);
    }

    private List<String> emergency(Whereabouts where) {
        return directory.lines(where).stream()
                .filter(line -> line.type() == HelpKind.EMERGENCY)
                .map(line -> String.valueOf(line.phone()))
                .toList();
    }
}
