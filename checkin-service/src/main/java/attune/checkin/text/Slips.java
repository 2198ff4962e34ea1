package attune.checkin.text;

/** How likely one word is another with one slip of the fingers. */
final class Slips {

    /** Not one slip. */
    static final int NONE = 100;

    private static final String[] ROWS = {"qwertyuiop", "asdfghjkl", "zxcvbnm"};

    private Slips() {}

    /** Lower is likelier; {@link #NONE} if it is no slip, or one that short words do not allow to tell. */
    static int weight(String typed, String meant) {
        int same = 0;
        int shorter = Math.min(typed.length(), meant.length());
        while (same < shorter && typed.charAt(same) == meant.charAt(same)) {
            same++;
        }
        int tail = 0;
        while (tail < shorter - same && typed.charAt(typed.length() - 1 - tail) == meant.charAt(meant.length() - 1
                - tail)) {
            tail++;
        }
        int typedMiddle = typed.length() - same - tail;
        int meantMiddle = meant.length() - same - tail;
        if (typedMiddle == 2 && meantMiddle == 2 && typed.charAt(same) == meant.charAt(same + 1)
                && typed.charAt(same + 1) == meant.charAt(same)) {
            return 1;
        }
        if (typedMiddle == 1 && meantMiddle == 0) {
            return typed.length() >= 4 ? extra(typed, same) : NONE;
        }
        if (typedMiddle == 0 && meantMiddle == 1) {
            return meant.length() >= 4 ? missing(meant, same) : NONE;
        }
        if (typedMiddle == 1 && meantMiddle == 1) {
            return substituted(typed.charAt(same), meant.charAt(same), meant.length(), same);
        }
        return NONE;
    }

    private static int extra(String typed, int at) {
        boolean doubled = at > 0 && typed.charAt(at) == typed.charAt(at - 1);
        return doubled ? 1 : at == 0 ? 8 : 3;
    }

    private static int missing(String meant, int at) {
        boolean single = at > 0 && meant.charAt(at) == meant.charAt(at - 1);
        return single ? 1 : at == 0 ? 7 : 2;
    }

    private static int substituted(char typed, char meant, int length, int at) {
        boolean near = near(typed, meant);
        if (length < 4 || (length < 5 && !near) || (at == 0 && !near)) {
            return NONE;
        }
        return near ? 4 : 6;
    }

    private static boolean near(char one, char other) {
        for (int row = 0; row < ROWS.length; row++) {
            int at = ROWS[row].indexOf(one);
            if (at < 0) {
                continue;
            }
            for (int near = Math.max(0, row - 1); near <= Math.min(2, row + 1); near++) {
                int there = ROWS[near].indexOf(other);
                if (there >= 0 && Math.abs(there - at) <= 1) {
                    return true;
                }
            }
        }
        return isVowel(one) && isVowel(other);
    }

    private static boolean isVowel(char letter) {
        return "aeiouy".indexOf(letter) >= 0;
    }
}
