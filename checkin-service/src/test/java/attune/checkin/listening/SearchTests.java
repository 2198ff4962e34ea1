package attune.checkin.listening;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import attune.checkin.text.PhraseBook;
import attune.checkin.text.PhraseBook.Entry;
import attune.checkin.text.PlainSearch;
import attune.checkin.text.Text;
import attune.checkin.text.TextReader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/** Whatever makes the search fast, it finds the same as the plainest search there is, with all phrases of the rules. */
class SearchTests {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Path COUNSEL = Path.of("../../shared/data/counsel-chat-questions.jsonl");
    private static final RuleSet RULES = RuleFiles.read();
    private static final List<String> PHRASES = phrases();
    private static final PhraseBook<Integer> BOOK = PhraseBook.of(RULES.classes(), RULES.fillers(), RuleSet.BARRIERS,
            IntStream.range(0, PHRASES.size()).mapToObj(i -> new Entry<>(PHRASES.get(i), i)).toList());
    private static final PlainSearch PLAIN = PlainSearch.of(RULES.classes(), RULES.fillers(), RuleSet.BARRIERS,
            PHRASES);
    private static final TextReader READER = TextReader.seeking(BOOK.words());

    @Test
    void findsTheSameInTextsOfAllRules() {
        List<String> texts = RULES.rules().stream().map(rule -> rule.fires().getFirst()).toList();

        assertThat(texts).hasSizeGreaterThan(50).allSatisfy(SearchTests::findsTheSame);
        assertThat(String.join(", ", texts)).satisfies(SearchTests::findsTheSame);
    }

    @Test
    void findsTheSameInDevelopmentTexts() throws IOException {
        try (InputStream in = Objects.requireNonNull(SearchTests.class.getResourceAsStream("development.jsonl"))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().flatMap(SearchTests::texts)
                    .filter(SearchTests::isChosen)).hasSizeGreaterThan(100).allSatisfy(SearchTests::findsTheSame);
        }
    }

    @Test
    void findsTheSameInRealTexts() throws IOException {
        assumeThat(Files.exists(COUNSEL)).isTrue();
        assertThat(Files.readAllLines(COUNSEL).stream().flatMap(SearchTests::texts).filter(SearchTests::isChosen))
                .hasSizeGreaterThan(50).allSatisfy(SearchTests::findsTheSame);
    }

    /** Beginnings of phrases, words of classes, runs of fillers, marks and clauses in all orders. */
    @Test
    void findsTheSameInTextsMadeOfTheWordsOfPhrases() {
        Random random = new Random(7);
        List<String> pieces = Stream.concat(Stream.concat(PHRASES.stream(), RULES.classes().values().stream().flatMap(
                List::stream)).map(phrase -> phrase.replaceAll("[()<>|\\[\\]~^$#*0-9]+", " ")),
                Stream.concat(RULES.fillers().stream(), Stream.of(",", ".", "...", "not", "7", "😭 😭", "and")))
                .toList();
        for (int i = 0; i < 80; i++) {
            findsTheSame(IntStream.range(0, 6 + random.nextInt(20))
                    .mapToObj(_ -> someWords(pieces.get(random.nextInt(pieces.size())), random))
                    .collect(Collectors.joining(" ")));
        }
    }

    /** What was found is the same however often the memory of a search is used again. */
    @Test
    void findsTheSameAgainAndAgain() {
        for (int i = 0; i < 20; i++) {
            findsTheSame("he hit me and he " + "i want to i want to ".repeat(i) + "die, " + "he hit me ".repeat(i));
        }
    }

    private static String someWords(String piece, Random random) {
        String[] words = piece.strip().split(" +", -1);
        int from = random.nextInt(words.length);
        int to = Math.min(words.length, from + 1 + random.nextInt(4));
        return String.join(" ", List.of(words).subList(random.nextBoolean() ? 0 : from, to));
    }

    /** A third of many: the plain search takes its time. */
    private static boolean isChosen(String text) {
        return text.hashCode() % 3 == 0;
    }

    private static void findsTheSame(String written) {
        Text text = READER.read(written);
        assertThat(BOOK.find(text)).as(written).isEqualTo(PLAIN.find(text));
    }

    private static Stream<String> texts(String line) {
        List<String> texts = new ArrayList<>();
        collect(MAPPER.readTree(line), texts);
        return texts.stream();
    }

    private static void collect(JsonNode node, List<String> texts) {
        if (node.isString()) {
            texts.add(node.asString());
        }
        node.values().forEach(value -> collect(value, texts));
    }

    private static List<String> phrases() {
        List<String> phrases = new ArrayList<>();
        for (Rule rule : RULES.rules()) {
            phrases.addAll(rule.phrases());
            phrases.addAll(rule.unless());
        }
        RULES.markers().values().forEach(phrases::addAll);
        return phrases.stream().distinct().toList();
    }
}
