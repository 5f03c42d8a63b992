package io.dronedelivery.local.check;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/**
 * What came of checking one thing that must hold.
 *
 * @param statement what must hold, in words
 * @param examined how many things were looked at; where that is nothing, nothing is proved
 * @param violations each thing that is wrong, in words
 */
public record Verdict(String statement, int examined, List<String> violations) {
    private static final int VIOLATIONS_SHOWN = 10;

    public Verdict {
        violations = List.copyOf(violations);
    }

    /** Whether it looked at something, and nothing was wrong. */
    public boolean holds() {
        return examined > 0 && violations.isEmpty();
    }

    /** In a line, and one for each of the first violations. */
    public void print(PrintStream out) {
        String word = holds() ? "holds   " : violations.isEmpty() ? "unproved" : "VIOLATED";
        out.printf(Locale.ROOT, "%s %,9d examined  %s%n", word, examined, statement);
        violations.stream().limit(VIOLATIONS_SHOWN).forEach(violation -> out.println("           " + violation));
        if (violations.size() > VIOLATIONS_SHOWN) {
            out.println("           and " + (violations.size() - VIOLATIONS_SHOWN) + " more");
        }
    }
}
