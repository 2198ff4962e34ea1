package attune.bench.contest;

import java.util.Locale;

/** Writes figures with as many digits as mean something. */
public final class Figures {

    private Figures() {}

    /** Such as 9,820 or 12.3 or 0.71; a dash when there is none. */
    public static String of(double figure) {
        if (Double.isNaN(figure)) {
            return "-";
        }
        String form = figure >= 1_000 ? "%,.0f" : figure >= 100 ? "%.0f" : figure >= 10 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, form, figure);
    }
}
