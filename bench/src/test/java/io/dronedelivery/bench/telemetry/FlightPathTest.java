package io.dronedelivery.bench.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.dronedelivery.contracts.drone.DroneTelemetry.FlightStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FlightPathTest {
    private static final int POSITIONS = 20;
    private static final String TEMPLATE = "0a1b2c3d-0000-8000-8000-00000000000a";

    private final FlightPath path = new FlightPath(Instant.parse("2026-01-01T12:00:00Z"), POSITIONS);

    @Test
    void aDroneNumbersItsPositionsAndReportsOneEachSecond() {
        Flight flight = Flight.template(TEMPLATE, Leg.TAKE_OFF);

        List<DroneTelemetry> samples = wholeFlight(flight);

        assertThat(samples).hasSize(POSITIONS * Leg.values().length);
        for (int index = 1; index < samples.size(); index++) {
            DroneTelemetry before = samples.get(index - 1);
            DroneTelemetry sample = samples.get(index);
            assertThat(sample.sequence()).isEqualTo(before.sequence() + 1);
            assertThat(sample.time()).isEqualTo(before.time().plusSeconds(1));
            assertThat(sample.droneId()).isEqualTo(flight.droneId());
        }
    }

    @Test
    void aDroneComesNearTheDropOffOnlyInItsLastTwoLegs() {
        Flight flight = Flight.template(TEMPLATE, Leg.TAKE_OFF).copy(POSITIONS - 1);
        Position dropoff = FlightPath.DROPOFF;

        List<DroneTelemetry> samples = wholeFlight(flight);

        int arrival = Leg.APPROACH.ordinal() * POSITIONS + path.telling(flight);
        assertThat(samples.subList(0, arrival)).allMatch(sample -> meters(sample, dropoff) > 200);
        assertThat(samples.subList(arrival, samples.size())).allMatch(sample -> meters(sample, dropoff) < 200);
        assertThat(samples.getLast().flightStatus()).isEqualTo(FlightStatus.LANDED);
    }

    @Test
    void theTellingPositionsOfManyFlightsAreSpreadEvenly() {
        Flight template = Flight.template(TEMPLATE, Leg.PICKUP);

        List<Integer> telling = IntStream.range(0, POSITIONS)
                .map(copy -> path.telling(template.copy(copy)))
                .sorted()
                .boxed()
                .toList();

        assertThat(telling)
                .containsExactlyElementsOf(IntStream.range(0, POSITIONS).boxed().toList());
    }

    @Test
    void allStatusesOfALegAreExpected() {
        Flight template = Flight.template(TEMPLATE, Leg.PICKUP);

        Map<?, Long> expected = StatusCounts.shownBy(List.of(template, template.copy(1), template.on(Leg.LANDING)));

        assertThat(expected.toString()).isEqualTo("{PICKED_UP=2, HEADED_TO_DROPOFF=2, COMPLETED=1}");
    }

    private List<DroneTelemetry> wholeFlight(Flight flight) {
        List<DroneTelemetry> samples = new ArrayList<>();
        for (Leg leg : Leg.values()) {
            IntStream.range(0, POSITIONS).forEach(index -> samples.add(path.sample(flight.on(leg), index)));
        }
        return samples;
    }

    private static double meters(DroneTelemetry sample, Position place) {
        return Objects.requireNonNull(sample.position()).metersTo(place);
    }
}
