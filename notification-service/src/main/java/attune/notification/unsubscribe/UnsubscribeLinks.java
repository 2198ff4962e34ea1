package attune.notification.unsubscribe;

import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;

import attune.events.Category;
import attune.events.PersonId;
import attune.notification.seals.Seal;

/**
 * Links by which a person gets no more mail of a category. What stands in a link can be read and made by this service
 * alone, and is the same in every mail of a category to a person. It does not expire: a link in an old mail still means
 * what it meant. Safe for use by many threads.
 */
public final class UnsubscribeLinks {

    private static final String PURPOSE = "unsubscribe";

    private final Seal seal;
    private final UnsubscribeSettings settings;

    UnsubscribeLinks(Seal seal, UnsubscribeSettings settings) {
        this.seal = seal;
        this.settings = settings;
    }

    /**
     * The link for a mail. Empty for what concerns the account or somebody's safety, which a stray click in a shared
     * mailbox must not end, and where there is no key.
     */
    public Optional<URI> of(PersonId person, Category category) {
        return seal.isOn() && isOffered(category)
                ? Optional.of(URI.create(settings.url().toString().replaceAll("/+$", "") + "/api/v1/unsubscribe/"
                        + seal.close(PURPOSE, category.wireName() + " " + person.value())))
                : Optional.empty();
    }

    /** The header {@code List-Unsubscribe} for a link (RFC 2369). */
    public String header(URI link) {
        return "<" + link + ">" + (settings.mailbox().isEmpty()
                ? ""
                : ", <mailto:" + settings.mailbox() + "?subject=unsubscribe>");
    }

    /** Who is meant by what stands in a link; empty if it is none of ours. */
    Optional<Meant> read(String token) {
        return seal.open(PURPOSE, token).flatMap(text -> Stream.of(Category.values())
                .filter(category -> isOffered(category) && text.startsWith(category.wireName() + " "))
                .findFirst()
                .map(category -> new Meant(PersonId.of(text.substring(text.indexOf(' ') + 1)), category)));
    }

    static boolean isOffered(Category category) {
        return switch (category) {
            case SUGGESTION, REMINDER, COACH_MESSAGE, APPOINTMENT, DIGEST -> true;
            case ACCOUNT, SAFETY, UNKNOWN -> false;
        };
    }

    /** Who wants no more mail of which category. */
    record Meant(PersonId person, Category category) {}
}
