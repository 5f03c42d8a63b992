package io.dronedelivery.simulator.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.Position;
import org.junit.jupiter.api.Test;

/** Six real flights of one mission took 65 to 79 s from armed to disarmed; so must a simulated one, whatever the wind. */
class RecordedMissionTest {
    private static final Position A = new Position(49.25734, -123.24311);
    private static final Position B = new Position(49.25691, -123.24202);
    private static final int SEEDS = 300;

    @Test
    void theRecordedMissionTakesAsLongAsTheRealFlights() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Sortie sortie = new Sortie(Drone.at("d1", A, Sortie.START), Sortie.STANDARD, seed);
            sortie.order(Sortie.flight("m2", A, B));

            sortie.until(drone -> drone.stage() instanceof Stage.SpinningUp);
            int armed = sortie.seconds.size();
            sortie.until(Drone::aloft);
            Drone disarmed = sortie.until(drone -> !drone.aloft() && !(drone.stage() instanceof Stage.SpinningDown));

            assertThat(sortie.seconds.size() - armed)
                    .as("seconds, seed %d", seed)
                    .isBetween(65, 79);
            assertThat(disarmed.motion().position().metersTo(B)).isLessThan(2);
            assertThat(sortie.seconds.stream()
                            .mapToDouble(drone -> drone.motion().altitude())
                            .max()
                            .orElseThrow())
                    .isBetween(19.5, 21.0);
        }
    }
}
