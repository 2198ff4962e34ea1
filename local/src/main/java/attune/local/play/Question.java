package attune.local.play;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Something a person once asked or told.
 *
 * @param title a few words, or empty
 * @param text what they wrote
 */
record Question(String title, String text) {

    /** All of a file, in its order; lines that are empty are passed over. */
    static List<Question> read(Path file, JsonMapper json) {
        List<Question> questions = new ArrayList<>();
        int number = 0;
        for (String line : lines(file)) {
            number++;
            if (!line.isBlank()) {
                questions.add(parse(line, json, number));
            }
        }
        if (questions.isEmpty()) {
            throw new PlayException("The file " + file + " is empty.");
        }
        return questions;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException _) {
            throw new PlayException("The file " + file + " cannot be read.");
        }
    }

    private static Question parse(String line, JsonMapper json, int number) {
        try {
            JsonNode said = json.readTree(line);
            String text = said.path("text").asString("").strip();
            if (text.isEmpty()) {
                throw new PlayException("Line %d of the file has no \"text\".".formatted(number));
            }
            return new Question(said.path("title").asString("").strip(), text);
        } catch (JacksonException _) {
            throw new PlayException("Line %d of the file is no JSON object.".formatted(number));
        }
    }

    /** The text, cut to a length if it is longer. */
    String textWithin(int characters) {
        return cut(text, characters);
    }

    /** The title, cut to a length if it is longer. */
    String titleWithin(int characters) {
        return cut(title, characters);
    }

    /** Never through the middle of a character of two halves. */
    private static String cut(String whole, int length) {
        if (whole.length() <= length) {
            return whole;
        }
        return whole.substring(0, Character.isHighSurrogate(whole.charAt(length - 1)) ? length - 1 : length);
    }
}
