package io.dronedelivery.drone.mission.domain;

import static io.dronedelivery.drone.fleet.Samples.NOW;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.Json;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.drone.Fleet.Reservation;
import io.dronedelivery.contracts.drone.Fleet.ReservationRequest;
import io.dronedelivery.contracts.drone.FlightStopped.Because;
import io.dronedelivery.testing.Orders;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Documents that were stored by a released version are read by every later one. */
class StoredMissionsTest {
    private static final String GOLDEN = "/golden/DeliveryMissions.v1.json";
    private static final ReservationRequest REQUEST =
            new ReservationRequest(Orders.PICKUP, Orders.DROPOFF, 900, NOW, NOW.plusSeconds(3_600));
    private static final DeliveryMissions EVERY_STATE = new DeliveryMissions(
            "d1",
            1,
            List.of(
                    new Mission.Refused(1, Refusal.NO_DRONE_IN_TIME, "no free and charged drone can be there"),
                    new Mission.Ended(REQUEST, reservation(2), false),
                    new Mission.Stopped(withdrawn(3, null), Because.ACKNOWLEDGED),
                    withdrawn(4, Because.WRITTEN_OFF),
                    new Mission.Flyable(REQUEST, reservation(5)),
                    new Mission.Reserved(REQUEST, reservation(6))));

    private static Mission.Withdrawn withdrawn(int attempt, @Nullable Because known) {
        return new Mission.Withdrawn(REQUEST, reservation(attempt), false, true, NOW, true, true, false, known);
    }

    private static Reservation reservation(int attempt) {
        return new Reservation("d1", attempt, "drone-" + attempt, 12.5, NOW.plusSeconds(90), NOW.plusSeconds(300));
    }

    @Test
    void missionsAreStoredAsTheGoldenFileSays() throws IOException {
        assertThat(Json.MAPPER.readTree(Json.bytes(EVERY_STATE))).isEqualTo(Json.MAPPER.readTree(golden()));
    }

    @Test
    void whatTheGoldenFileSaysIsReadAsItWasStored() throws IOException {
        assertThat(Json.read(golden(), DeliveryMissions.class)).isEqualTo(EVERY_STATE);
    }

    @Test
    void theGoldenFileHasEveryStateOfAMission() {
        List<Class<?>> states = Arrays.stream(Mission.class.getPermittedSubclasses())
                .flatMap(type -> type.isInterface() ? Arrays.stream(type.getPermittedSubclasses()) : Stream.of(type))
                .<Class<?>>map(type -> type)
                .toList();

        assertThat(EVERY_STATE.missions()).extracting(Object::getClass).containsAll(states);
    }

    private static String golden() throws IOException {
        try (InputStream file = StoredMissionsTest.class.getResourceAsStream(GOLDEN)) {
            assertThat(file).as("the golden file " + GOLDEN).isNotNull();
            return new String(file.readAllBytes(), UTF_8);
        }
    }
}
