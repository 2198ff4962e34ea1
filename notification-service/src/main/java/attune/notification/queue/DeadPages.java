package attune.notification.queue;

import java.util.ArrayList;
import java.util.List;

import attune.eventlog.documents.DocumentKind;

/**
 * Where in a partition of the log deliveries ended dead. Document id: the partition.
 *
 * @param pages the numbers of the pages that hold some, the latest first; so many that nobody will look at older ones
 */
public record DeadPages(List<Long> pages) {

    public static final DocumentKind<DeadPages> DOCUMENT = new DocumentKind<>("deadPages", DeadPages.class,
            new DeadPages(List.of()));

    private static final int MOST = 1_000;

    public DeadPages {
        pages = List.copyOf(pages);
    }

    DeadPages with(long page) {
        if (pages.contains(page)) {
            return this;
        }
        List<Long> more = new ArrayList<>(pages);
        more.addFirst(page);
        return new DeadPages(more.subList(0, Math.min(more.size(), MOST)));
    }
}
