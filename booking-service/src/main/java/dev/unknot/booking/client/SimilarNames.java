package dev.unknot.booking.client;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * Whether two names may be one person's: the same words in any order, a letter more, less, changed or two turned round in a
 * word of four letters and more, one first name as its initial, or a second name left out.
 */
final class SimilarNames {

    private static final int LONG_ENOUGH_FOR_A_SLIP = 4;
    private static final int LONG_ENOUGH_FOR_TWO = 9;

    private SimilarNames() {}

    static boolean alike(String one, String other) {
        List<String> shorter = words(one);
        List<String> longer = words(other);
        if (shorter.size() > longer.size()) {
            List<String> swapped = shorter;
            shorter = longer;
            longer = swapped;
        }
        if (new HashSet<>(shorter).equals(new HashSet<>(longer))
                || String.join("", shorter).equals(String.join("", longer))) {
            return true;
        }
        return shorter.size() > 1 && longer.size() - shorter.size() <= 1 && allPaired(shorter, longer);
    }

    /** With at most one of them only an initial. */
    private static boolean allPaired(List<String> shorter, List<String> longer) {
        List<String> left = new ArrayList<>(longer);
        int initials = 0;
        for (String word : shorter) {
            int partner = partner(word, left);
            if (partner < 0) {
                return false;
            }
            String other = left.remove(partner);
            initials += word.length() == 1 || other.length() == 1 ? 1 : 0;
        }
        return initials <= 1;
    }

    /** The same word before one that is only similar. */
    private static int partner(String word, List<String> left) {
        int same = left.indexOf(word);
        for (int at = 0; same < 0 && at < left.size(); at++) {
            if (close(word, left.get(at))) {
                return at;
            }
        }
        return same;
    }

    private static boolean close(String one, String other) {
        if (one.length() == 1 || other.length() == 1) {
            return one.startsWith(other) || other.startsWith(one);
        }
        int shortest = Math.min(one.length(), other.length());
        int slips = shortest >= LONG_ENOUGH_FOR_TWO ? 2 : shortest >= LONG_ENOUGH_FOR_A_SLIP ? 1 : 0;
        return distance(one, other) <= slips;
    }

    /** Optimal string alignment: letters put in, left out, changed, and neighbours turned round. */
    private static int distance(String one, String other) {
        int[][] steps = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                if (i == 0 || j == 0) {
                    steps[i][j] = i + j;
                    continue;
                }
                int changed = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                steps[i][j] = Math.min(Math.min(steps[i - 1][j], steps[i][j - 1]) + 1, steps[i - 1][j - 1] + changed);
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    steps[i][j] = Math.min(steps[i][j], steps[i - 2][j - 2] + 1);
                }
            }
        }
        return steps[one.length()][other.length()];
    }

    private static List<String> words(String name) {
        return Folding.words(name).stream().map(SearchText::drawnTogether).toList();
    }
}
