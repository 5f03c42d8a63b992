package io.dronedelivery.system.planted;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What came of a plant.
 *
 * @param seed the first that finds it, or the last tried
 * @param found what that one found; absent where none found anything
 */
record Yield(Plant plant, int seed, Optional<String> found) {

    /** The name of what should have held. */
    private String rule() {
        return found.map(what -> what.substring(0, what.indexOf(':'))).orElse("not found");
    }

    private String row() {
        return "| %s | %s | `%s` | %d |".formatted(plant.mistake(), plant.where(), rule(), seed);
    }

    /** A table for people, in Markdown. */
    static String table(List<Yield> yields) {
        return yields.stream()
                .sorted(Comparator.comparing((Yield yield) -> !yield.plant.inProduction())
                        .thenComparing(yield -> yield.plant.source().toString())
                        .thenComparing(yield -> yield.plant.name()))
                .map(Yield::row)
                .collect(Collectors.joining(
                        "\n", "| The mistake | where | what it breaks | seed |\n| --- | --- | --- | ---: |\n", "\n"));
    }
}
