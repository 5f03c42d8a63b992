package io.dronedelivery.local.check;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/**
 * The result of one check.
 *
 * @param statement what must hold, in words
 * @param examined how many cases were examined; if none was, nothing is proved
 * @param violations each violation, in words
 */
public record Verdict(String statement, int examined, List<String> violations) {
    private static final int VIOLATIONS_SHOWN = 10;

    /** Copies the violations. */
    public Verdict {
        violations = List.copyOf(violations);
    }

    /** Whether at least one case was examined, and none is a violation. */
    public boolean holds() {
        return examined > 0 && violations.isEmpty();
    }

    /** Prints a line, and one for each of the first violations. */
    public void print(PrintStream out) {
        String word = holds() ? "holds   " : violations.isEmpty() ? "unproved" : "VIOLATED";
        out.printf(Locale.ROOT, "%s %,9d examined  %s%n", word, examined, statement);
        violations.stream().limit(VIOLATIONS_SHOWN).forEach(violation -> out.println("           " + violation));
        if (violations.size() > VIOLATIONS_SHOWN) {
            out.println("           and " + (violations.size() - VIOLATIONS_SHOWN) + " more");
        }
    }
}
