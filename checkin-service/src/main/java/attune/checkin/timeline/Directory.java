package attune.checkin.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Which pages a list has.
 *
 * @param months the months that hold something, newest first
 */
record Directory(List<Month> months) {

    static final Directory EMPTY = new Directory(List.of());

    /** Far more than a life needs; a directory must stay a document that can be written. */
    private static final int MOST_PAGES = 50_000;

    Directory {
        months = List.copyOf(months);
    }

    /**
     * A month with its pages.
     *
     * @param month such as {@code 2026-11}
     * @param stretches the stretches of the log that have a page of this month, in their order
     */
    record Month(String month, List<Integer> stretches) {

        Month {
            stretches = List.copyOf(stretches);
        }
    }

    Directory with(String month, int stretch) {
        List<Integer> known = months.stream()
                .filter(one -> one.month().equals(month))
                .findFirst()
                .map(Month::stretches)
                .orElseGet(List::of);
        if (known.contains(stretch) || pages() >= MOST_PAGES) {
            return this;
        }
        List<Month> next = new ArrayList<>(months.size() + 1);
        months.stream().filter(one -> one.month().compareTo(month) > 0).forEach(next::add);
        next.add(new Month(month, Stream.concat(known.stream(), Stream.of(stretch)).sorted().toList()));
        months.stream().filter(one -> one.month().compareTo(month) < 0).forEach(next::add);
        return new Directory(next);
    }

    /** The months up to this one; all if it is null. */
    List<Month> upTo(@Nullable String newest) {
        return newest == null ? months : months.stream().filter(one -> one.month().compareTo(newest) <= 0).toList();
    }

    private int pages() {
        return months.stream().mapToInt(month -> month.stretches().size()).sum();
    }
}
