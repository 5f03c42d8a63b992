package io.dronedelivery.system.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;

/** What has happened, as far back as is kept; to be read by people after something went wrong. */
final class Trace {
    private static final int FACTS_KEPT_MAX = 50_000;
    private static final int FACTS_SHOWN_MAX = 150;
    private static final int CHARACTERS_SHOWN_MAX = 260;

    private final Deque<String> facts = new ArrayDeque<>();
    private long digest;

    void add(Instant at, String fact) {
        String line = Duration.between(World.START, at).toMillis() + " ms " + fact;
        digest = 31 * digest + line.hashCode();
        facts.add(line);
        if (facts.size() > FACTS_KEPT_MAX) {
            facts.remove();
        }
    }

    /** Differs where anything that happened differs. */
    long digest() {
        return digest;
    }

    /** The last facts that name one of these; of everything where none of them was ever named. */
    String about(Collection<String> names) {
        List<String> named = facts.stream()
                .filter(fact -> names.stream().anyMatch(name -> mentions(fact, name)))
                .toList();
        List<String> shown = onceInARow(named.isEmpty() ? facts : named);
        return shown.stream()
                .skip(Math.max(0, shown.size() - FACTS_SHOWN_MAX))
                .map(fact -> fact.substring(0, Math.min(fact.length(), CHARACTERS_SHOWN_MAX)))
                .collect(Collectors.joining("\n"));
    }

    /** Of what is said again and again the first. */
    private static List<String> onceInARow(Collection<String> facts) {
        List<String> different = new ArrayList<>();
        String before = "";
        for (String fact : facts) {
            String what = fact.substring(fact.indexOf(" ms "));
            if (!what.equals(before)) {
                different.add(fact);
            }
            before = what;
        }
        return different;
    }

    private static boolean mentions(String fact, String name) {
        int at = fact.indexOf(name);
        int end = at + name.length();
        return at >= 0 && (end == fact.length() || !Character.isLetterOrDigit(fact.charAt(end)));
    }
}
