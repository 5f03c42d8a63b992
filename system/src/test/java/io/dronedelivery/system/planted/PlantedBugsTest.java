package io.dronedelivery.system.planted;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A simulation that finds nothing proves nothing: here it must find what was planted. */
class PlantedBugsTest {
    private static final int SEEDS_MAX = Integer.getInteger("planted.seeds", 600);
    private static final int HARMLESS_SEEDS = Integer.getInteger("planted.harmless.seeds", 15);
    private static final int IN_PRODUCTION_MIN = 12;
    private static final Path PLANTS = Repository.ROOT.resolve("system/src/test/resources/plants");
    private static final Path TABLE = Repository.ROOT.resolve("system/target/planted-bugs.md");

    static {
        // what Mutiny sets up at its first use bears only one thread, and all plants share it
        Uni.createFrom().item(() -> true).await().indefinitely();
    }

    @Test
    void everyPlantedBugIsFound(@TempDir Path folder) throws IOException {
        List<Yield> yields = grow(plants("harmful"), folder, SEEDS_MAX);
        Files.writeString(TABLE, Yield.table(yields) + "\n" + harmless());
        assertThat(yields).filteredOn(yield -> yield.found().isEmpty()).isEmpty();
        assertThat(yields)
                .filteredOn(yield -> yield.plant().inProduction())
                .hasSizeGreaterThanOrEqualTo(IN_PRODUCTION_MIN);
    }

    @Test
    void whatDoesNoHarmSaysWhyAndIsStillWhereItWas() throws IOException {
        assertThat(plants("harmless"))
                .allSatisfy(plant -> assertThat(plant.coveredBy()).isNotBlank())
                .allSatisfy(plant -> assertThat(plant.planted()).isNotBlank());
    }

    @Test
    void whatDoesNoHarmIsFoundByNothing(@TempDir Path folder) throws IOException {
        assertThat(grow(plants("harmless"), folder, HARMLESS_SEEDS))
                .as("whatever is found after all belongs to the harmful")
                .allSatisfy(yield -> assertThat(yield.found()).isEmpty());
    }

    private static String harmless() throws IOException {
        return plants("harmless").stream()
                .map(plant -> "| %s | %s | %s |\n".formatted(plant.mistake(), plant.where(), plant.coveredBy()))
                .collect(joining("", "| Found by nothing | where | because |\n| --- | --- | --- |\n", ""));
    }

    private static List<Plant> plants(String kind) throws IOException {
        try (Stream<Path> files = Files.list(PLANTS.resolve(kind))) {
            return files.sorted().map(Plant::read).toList();
        }
    }

    private static List<Yield> grow(List<Plant> plants, Path folder, int seedsMax) {
        return plants.parallelStream()
                .map(plant -> grow(plant, folder, seedsMax))
                .toList();
    }

    private static Yield grow(Plant plant, Path folder, int seedsMax) {
        try (Garden garden = Garden.with(plant, Files.createDirectory(folder.resolve(plant.name())))) {
            LongFunction<Optional<String>> trial = garden.trial();
            IntStream seeds = IntStream.concat(plant.knownSeed().stream(), IntStream.rangeClosed(1, seedsMax));
            return seeds.mapToObj(seed -> new Yield(plant, seed, trial.apply(seed)))
                    .filter(yield -> yield.found().isPresent())
                    .findFirst()
                    .orElseGet(() -> new Yield(plant, seedsMax, Optional.empty()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
