package attune.checkin.support;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import attune.events.RiskTier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds everything that can be said with support, in every language, to what such texts must do and must never do. They
 * are put together in all ways: each topic, tier, place and staffing, with many seeds.
 */
class SupportTextTests {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");
    private static final List<String> LANGUAGES = List.of("en", "de");
    private static final List<RiskTier> TIERS = List.of(RiskTier.S1, RiskTier.S2, RiskTier.S3);
    private static final List<Whereabouts> PLACES = List.of(new Whereabouts("DE", null, false),
            new Whereabouts("US", null, true), new Whereabouts("BR", null, false), new Whereabouts("JP", null, false),
            new Whereabouts(null, "America/Lima", false), Whereabouts.UNKNOWN);
    private static final StaffedHours OFFICE = new StaffedHours(ZoneId.of("Europe/Berlin"),
            Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY),
            LocalTime.of(9, 0), LocalTime.of(17, 0));
    private static final int SEEDS = 40;
    private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?;]) ");
    private static final Pattern SPACE = Pattern.compile(" ");

    /** What must not be said, each with what would break it. Case does not count. */
    private static final List<Pattern> NEVER = Stream.of(
            // a diagnosis, or a verdict about a person
            "\\b(abuser|abusive|victims?|narcissis\\w*|perpetrator|toxic|you are (depressed|ill|sick|suicidal))\\b",
            "\\b(opfer|täter\\w*|narziss\\w*|toxisch\\w*|depressiv|krank|suizidal)\\b",
            // what becomes of the two
            "\\b(break.?up|divorce|leave (him|her|them|your partner)|stay with (him|her|your partner)|separat\\w+)\\b",
            "\\b(trenn(e|en|ung)\\b|scheidung|verlass(e|en)? (ihn|sie|deine\\w*)|bleib bei (ihm|ihr))",
            // confronting, forgiving, explaining oneself to somebody feared
            "\\b(confront\\w*|ultimatum|forgiv\\w+|apologi\\w+|say sorry|together with your partner|joint session"
                    + "|their side|see it from)\\b",
            "\\b(konfrontier\\w*|ultimatum|verzeih\\w*|vergib|entschuldig\\w*|versöhn\\w*|paargespräch|seine sicht"
                    + "|ihre sicht)\\b",
            // secrecy, watching, reading, telling others
            "\\b(confidential|secret|between us|we (are|'re) here|always here|we (read|see|watch|check|listen)"
                    + "|is reading this|will contact|have (told|called|informed)|someone will|somebody will)\\b",
            "\\b(vertraulich|geheim|unter uns|wir sind (für dich )?da|immer da|wir (lesen|sehen|achten|prüfen|hören)"
                    + "|meldet sich bei dir|haben .{0,20}(informiert|gerufen)|jemand wird)\\b",
            // a negative that leads, a promise that is asked for
            "\\b(you('re| are) not (going|thinking|planning)|you (don't|do not) want to (die|hurt)|are you\\?"
                    + "|promise)\\b",
            "\\b(du (wirst|willst|denkst) (dir )?(doch )?(nicht|nichts)|oder\\?|versprich|versprechen)\\b",
            // methods
            "\\b(pills?|tablets?|overdose|rope|hang\\w*|knife|knives|gun|weapon|bridge|jump\\w*|cut(ting)?|bleach)\\b",
            "\\b(tablette\\w*|pille\\w*|überdosis|strick|erhäng\\w*|messer|pistole|waffe\\w*|brücke|spring\\w*|ritz\\w*)\\b",
            // making little of it
            "\\b(anyone would|everyone would|at least you|cheer up|calm down|it will pass|not that bad|think positive)\\b",
            "\\b(jeder würde|jede würde|wenigstens|kopf hoch|beruhig\\w*|das geht vorbei|nicht so schlimm)\\b",
            // police and family without anybody's asking
            "\\b(police|your family|your partner)\\b",
            "\\b(deine familie|deine\\w* partner\\w*)\\b")
            .map(rule -> Pattern.compile(rule, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE
                    | Pattern.UNICODE_CHARACTER_CLASS))
            .toList();

    private final HelpDirectory directory = HelpDirectory.read(HelpDirectory.IN_FORCE);

    @Test
    void neverSaysWhatMustNotBeSaid() {
        everySentence((language, sentence) -> assertThat(NEVER)
                .as("%s: %s", language, sentence)
                .noneMatch(never -> never.matcher(sentence).find()));
    }

    /** So that the test above does not pass because it looks for nothing. */
    @Test
    void wouldNoticeWhatMustNotBeSaid() {
        assertThat(List.of("He is an abuser.", "You should leave him.", "Confront her about it.", "Try to forgive him.",
                "We are here for you.", "This stays confidential.", "Somebody will contact you.",
                "You're not going to hurt yourself, are you?", "Promise that you will call.", "Lock away the pills.",
                "Anyone would want to stop.", "We have called the police.", "Talk to your partner.",
                "Du bist ein Opfer.", "Denk über eine Trennung nach.", "Verzeih ihm.", "Wir sind für dich da.",
                "Du denkst doch nicht daran?", "Versprich mir etwas.", "Leg das Messer weg.", "Kopf hoch."))
                .allSatisfy(text -> assertThat(NEVER).as(text).anyMatch(never -> never.matcher(text).find()));
    }

    @Test
    void usesPlainWordsInShortSentences() {
        everySentence((language, text) -> {
            assertThat(SENTENCE.splitAsStream(text))
                    .allSatisfy(sentence -> assertThat(SPACE.splitAsStream(sentence).count())
                            .as("%s: %s", language, sentence).isLessThanOrEqualTo(32));
            assertThat(text).as(language).doesNotContain("{").doesNotContain("!").doesNotContain("http");
        });
    }

    @Test
    void doesInEveryTextWhatSuchATextMustDo() {
        every(null, (need, support) -> {
            String said = String.join(" ", support.says());
            Words words = Words.read(support.language());
            Words.About about = words.about(need.topic());

            assertThat(about.acknowledge()).as("it acknowledges first").contains(support.says().getFirst());
            assertThat(said).as("it asks directly").contains("?");
            assertThat(words.automated()).as("it says that it is automated").anyMatch(said::contains);
            assertThat(words.people()).as("it names professionals and people one trusts").anyMatch(said::contains);
            assertThat(words.barrier()).as("it makes calling easy").anyMatch(said::contains);
            assertThat(said).as("it says that nobody reads along").contains(words.hours().none());
            assertThat(support.lines()).as("it names people to talk to").isNotEmpty();
            assertThat(support.more().url()).isEqualTo("https://findahelpline.com");
            assertThat(support.urgent()).isEqualTo(need.tier() == RiskTier.S3);
        });
    }

    @Test
    void putsTheEmergencyNumberFirstWhenItCannotWaitAndLastWhenItCan() {
        every(null, (need, support) -> {
            if (need.tier() == RiskTier.S3) {
                assertThat(support.lines().getFirst().type()).isEqualTo(HelpKind.EMERGENCY);
                String number = String.valueOf(support.lines().getFirst().phone());
                assertThat(support.says().get(1)).contains(number);
            } else {
                assertThat(support.lines().getLast().type()).isEqualTo(HelpKind.EMERGENCY);
            }
        });
    }

    @Test
    void putsTheLinesFirstThatAreForThis() {
        Support fear = text("en", null).support(new Need(RiskTier.S2, Topic.VIOLENCE), PLACES.getFirst(), "x", TODAY);
        Support dying = text("en", null).support(new Need(RiskTier.S2, Topic.SELF_HARM),
                new Whereabouts("US", null, false), "x", TODAY);

        assertThat(fear.lines().getFirst().type()).isEqualTo(HelpKind.DV);
        assertThat(dying.lines().getFirst().phone()).isEqualTo("988");
    }

    @Test
    void asksForCompanyAndDistanceWhenItCannotWait() {
        for (String language : LANGUAGES) {
            for (Topic topic : Topic.values()) {
                Support support = text(language, null).support(new Need(RiskTier.S3, topic), PLACES.getFirst(), "x",
                        TODAY);
                assertThat(Words.read(language).about(topic).now()).anyMatch(support.says()::contains);
            }
        }
    }

    @Test
    void statesTheRealHoursAndNoOthers() {
        every(OFFICE, (_, support) -> assertThat(String.join(" ", support.says()))
                .contains(support.language().equals("de")
                        ? "Montag–Freitag, 09:00 bis 17:00 Uhr (Europe/Berlin)"
                        : "Monday–Friday, 09:00 to 17:00 (Europe/Berlin)")
                .contains(support.language().equals("de") ? "niemand mit" : "Nobody at Attune is reading along"));
    }

    @Test
    void saysForEveryEntryThatNobodyHasCheckedIt() {
        every(null, (_, support) -> assertThat(support.lines()).allSatisfy(line -> {
            assertThat(line.state()).isEqualTo(LineState.UNVERIFIED);
            assertThat(line.note()).isNotBlank();
            assertThat(line.source()).isNotBlank();
        }));
    }

    @Test
    void saysForWhichCountryTheLinesAreAndWhenThatIsAGuess() {
        SupportText english = text("en", null);
        Need need = new Need(RiskTier.S1, Topic.DISTRESS);

        assertThat(english.support(need, PLACES.get(0), "x", TODAY).says().getLast())
                .contains("this country: Germany.");
        assertThat(english.support(need, PLACES.get(1), "x", TODAY).says().getLast()).contains("guess");
        assertThat(english.support(need, PLACES.get(3), "x", TODAY).says().getLast())
                .contains("no lines for this country yet: Japan.");
        assertThat(english.support(need, Whereabouts.UNKNOWN, "x", TODAY).says().getLast())
                .contains("does not know in which country").contains("112").contains("911");
    }

    @Test
    void variesFromOneThingToTheNextAndNeverForTheSameThing() {
        for (String language : LANGUAGES) {
            for (Topic topic : Topic.values()) {
                Need need = new Need(RiskTier.S2, topic);
                Set<List<String>> said = new HashSet<>();
                for (int seed = 0; seed < SEEDS; seed++) {
                    Support support = text(language, null).support(need, PLACES.getFirst(), "id-" + seed, TODAY);
                    assertThat(text(language, null).support(need, PLACES.getFirst(), "id-" + seed, TODAY))
                            .isEqualTo(support);
                    said.add(support.says());
                }
                assertThat(said).as("%s in %s", topic, language).hasSizeGreaterThan(10);
            }
        }
    }

    @Test
    void saysTheSameInAllLanguages() {
        Words english = Words.read("en");
        Words german = Words.read("de");

        for (Topic topic : Topic.values()) {
            assertThat(german.about(topic).ask()).hasSameSizeAs(english.about(topic).ask());
            assertThat(german.about(topic).now()).hasSameSizeAs(english.about(topic).now());
            assertThat(german.about(topic).acknowledge()).hasSameSizeAs(english.about(topic).acknowledge());
        }
        assertThat(german.people()).hasSameSizeAs(english.people());
        assertThat(german.barrier()).hasSameSizeAs(english.barrier());
        assertThat(german.page().says()).hasSameSizeAs(english.page().says());
    }

    private void every(@Nullable StaffedHours hours, BiConsumer<Need, Support> check) {
        for (String language : LANGUAGES) {
            SupportText text = text(language, hours);
            for (Topic topic : Topic.values()) {
                for (RiskTier tier : TIERS) {
                    for (Whereabouts place : PLACES) {
                        for (int seed = 0; seed < SEEDS; seed++) {
                            Need need = new Need(tier, topic);
                            check.accept(need, text.support(need, place, "id-" + seed, TODAY));
                        }
                    }
                }
            }
        }
    }

    private void everySentence(BiConsumer<String, String> check) {
        List<Support> all = new ArrayList<>();
        every(null, (_, support) -> all.add(support));
        every(OFFICE, (_, support) -> all.add(support));
        LANGUAGES.forEach(language -> PLACES.forEach(place -> all.add(text(language, OFFICE).page(place, TODAY))));
        Set<String> seen = new HashSet<>();
        for (Support support : all) {
            List<String> texts = new ArrayList<>(support.says());
            support.lines().forEach(line -> texts.add(String.valueOf(line.note())));
            texts.add(support.more().name());
            texts.stream().filter(seen::add)
                    .forEach(sentence -> check.accept(support.language().toUpperCase(Locale.ROOT), sentence));
        }
    }

    private SupportText text(String language, @Nullable StaffedHours hours) {
        return new SupportText(directory, Words.read(language), hours);
    }
}
