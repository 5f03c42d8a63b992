package io.dronedelivery.system.mutation;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What came of a mutant.
 *
 * @param seed the first that finds it, or the last tried
 * @param found what that one found; absent where none found anything
 */
record MutantResult(Mutant mutant, int seed, Optional<String> found) {

    /** The name of what should have held. */
    private String rule() {
        return found.map(what -> what.substring(0, what.indexOf(':'))).orElse("not found");
    }

    private String row() {
        return "| %s | %s | `%s` | %d |".formatted(mutant.mistake(), mutant.where(), rule(), seed);
    }

    /** A table for people, in Markdown. */
    static String table(List<MutantResult> results) {
        return results.stream()
                .sorted(Comparator.comparing((MutantResult result) -> !result.mutant.inProduction())
                        .thenComparing(result -> result.mutant.source().toString())
                        .thenComparing(result -> result.mutant.name()))
                .map(MutantResult::row)
                .collect(Collectors.joining(
                        "\n", "| The mistake | where | what it breaks | seed |\n| --- | --- | --- | ---: |\n", "\n"));
    }
}
