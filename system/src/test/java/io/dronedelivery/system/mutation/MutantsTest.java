package io.dronedelivery.system.mutation;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.system.Repository;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A simulation that finds nothing proves nothing: here it must find each mutant (mutation testing). */
class MutantsTest {
    private static final int SEEDS_MAX = Integer.getInteger("mutants.seeds", 600);
    private static final int HARMLESS_SEEDS = Integer.getInteger("mutants.harmless.seeds", 100);
    /** Every build tries one mutant of so many, and the nightly run all of them. */
    private static final int ONE_OF = Integer.getInteger("mutants.one-of", 4);

    private static final int IN_PRODUCTION_MIN = 8;
    private static final Path MUTANTS = Repository.ROOT.resolve("system/src/test/resources/mutants");
    private static final Path TABLE = Repository.ROOT.resolve("system/target/mutants.md");

    static {
        // what Mutiny sets up at its first use bears only one thread, and all mutants share it
        Uni.createFrom().item(() -> true).await().indefinitely();
    }

    @Test
    void everyHarmfulMutantIsFound(@TempDir Path folder) throws IOException {
        List<Mutant> harmful = mutants("harmful");
        List<Mutant> tried = IntStream.range(0, harmful.size())
                .filter(number -> number % ONE_OF == 0)
                .mapToObj(harmful::get)
                .toList();
        List<MutantResult> results = simulate(tried, folder, SEEDS_MAX);
        Files.writeString(TABLE, MutantResult.table(results) + "\n" + harmless());
        assertThat(results).filteredOn(result -> result.found().isEmpty()).isEmpty();
        assertThat(results)
                .filteredOn(result -> result.mutant().inProduction())
                .hasSizeGreaterThanOrEqualTo(IN_PRODUCTION_MIN);
    }

    @Test
    void everyMutantIsStillWhereItWasAndWhatDoesNoHarmSaysWhy() throws IOException {
        assertThat(mutants("harmful"))
                .allSatisfy(mutant -> assertThat(mutant.mutatedSource()).isNotBlank());
        assertThat(mutants("harmless"))
                .allSatisfy(mutant -> assertThat(mutant.coveredBy()).isNotBlank())
                .allSatisfy(mutant -> assertThat(mutant.mutatedSource()).isNotBlank());
    }

    @Test
    @Tag("nightly")
    void whatDoesNoHarmIsFoundByNothing(@TempDir Path folder) throws IOException {
        assertThat(simulate(mutants("harmless"), folder, HARMLESS_SEEDS))
                .as("whatever is found after all belongs to the harmful")
                .allSatisfy(result -> assertThat(result.found()).isEmpty());
    }

    private static String harmless() throws IOException {
        return mutants("harmless").stream()
                .map(mutant -> "| %s | %s | %s |\n".formatted(mutant.mistake(), mutant.where(), mutant.coveredBy()))
                .collect(joining("", "| Found by nothing | where | because |\n| --- | --- | --- |\n", ""));
    }

    private static List<Mutant> mutants(String kind) throws IOException {
        try (Stream<Path> files = Files.list(MUTANTS.resolve(kind))) {
            return files.sorted().map(Mutant::read).toList();
        }
    }

    private static List<MutantResult> simulate(List<Mutant> mutants, Path folder, int seedsMax) {
        return mutants.parallelStream()
                .map(mutant -> simulate(mutant, folder, seedsMax))
                .toList();
    }

    private static MutantResult simulate(Mutant mutant, Path folder, int seedsMax) {
        try (MutantLoader loader = MutantLoader.with(mutant, Files.createDirectory(folder.resolve(mutant.name())))) {
            LongFunction<Optional<String>> trial = loader.trial();
            IntStream seeds = IntStream.concat(mutant.knownSeed().stream(), IntStream.rangeClosed(1, seedsMax));
            return seeds.mapToObj(seed -> new MutantResult(mutant, seed, trial.apply(seed)))
                    .filter(result -> result.found().isPresent())
                    .findFirst()
                    .orElseGet(() -> new MutantResult(mutant, seedsMax, Optional.empty()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
