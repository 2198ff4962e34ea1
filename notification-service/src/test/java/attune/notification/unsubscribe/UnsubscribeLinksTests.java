package attune.notification.unsubscribe;

import java.net.URI;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import attune.events.Category;
import attune.events.PersonId;
import attune.notification.seals.Seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class UnsubscribeLinksTests {

    private static final PersonId ANNA = PersonId.of("5f0c7c1e-3b1d-4c57-9d0a-9a3f0e1b2c3d");

    private final UnsubscribeLinks links = links("");

    @ParameterizedTest
    @EnumSource(names = {"SUGGESTION", "REMINDER", "COACH_MESSAGE", "APPOINTMENT", "DIGEST"})
    void saysWhoAndWhatToThisServiceAlone(Category category) {
        URI link = links.of(ANNA, category).orElseThrow();
        String token = link.toString().substring(link.toString().lastIndexOf('/') + 1);

        assertThat(link).hasToString("https://attune.example/api/v1/unsubscribe/" + token);
        assertThat(token).matches("[A-Za-z0-9_-]{40,200}").doesNotContain("5f0c7c1e", category.wireName());
        assertThat(links.read(token)).contains(new UnsubscribeLinks.Meant(ANNA, category));
        assertThat(links.read(token.substring(1))).isEmpty();
        assertThat(links.read(token + "A")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"ACCOUNT", "SAFETY", "UNKNOWN"})
    void offersNoEndOfWhatSomebodyMustNotMiss(Category category) {
        assertThat(links.of(ANNA, category)).isEmpty();
    }

    @Test
    void offersAMailboxOnlyWhereSomebodyReadsIt() {
        URI link = links.of(ANNA, Category.DIGEST).orElseThrow();

        assertThat(links.header(link)).isEqualTo("<" + link + ">");
        assertThat(links("stop@attune.example").header(link))
                .isEqualTo("<" + link + ">, <mailto:stop@attune.example?subject=unsubscribe>");
        assertThatThrownBy(() -> links("a@b>, <c")).hasMessageContaining("ATTUNE_UNSUBSCRIBE_MAILBOX");
    }

    private static UnsubscribeLinks links(String mailbox) {
        return new UnsubscribeLinks(new Seal(List.of("0f".repeat(32))),
                new UnsubscribeSettings(URI.create("https://attune.example/"), mailbox));
    }
}
