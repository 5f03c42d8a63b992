package io.dronedelivery.drone.fleet;

import static io.dronedelivery.drone.fleet.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.drone.Fleet.Reservation;
import io.dronedelivery.contracts.drone.Fleet.ReservationRequest;
import io.dronedelivery.contracts.drone.Fleet.WrittenOff;
import io.dronedelivery.contracts.drone.FlightStopped.Because;
import io.dronedelivery.contracts.drone.SetAside;
import io.dronedelivery.drone.mission.domain.DeliveryMissions;
import io.dronedelivery.drone.mission.domain.Mission;
import io.dronedelivery.drone.report.domain.RejectedReports.Tally;
import io.dronedelivery.testing.Orders;
import io.dronedelivery.testing.StoredDocument;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Documents that a released version has stored are read by every later one. */
class StoredDocumentsTest {
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
                    new Mission.Flyable(REQUEST, reservation(5), true),
                    new Mission.Reserved(REQUEST, reservation(6))));
    private static final Tally TALLY = new Tally(
            "drone",
            Map.of(SetAside.Reason.PLACE, 2L),
            List.of(new SetAside(
                    SetAside.Reason.PLACE, "too far off", NOW, Samples.standing("drone", 7, Orders.PICKUP, 64))));

    private static Mission.Withdrawn withdrawn(int attempt, @Nullable Because known) {
        return new Mission.Withdrawn(REQUEST, reservation(attempt), false, true, NOW, true, true, false, known);
    }

    private static Reservation reservation(int attempt) {
        return new Reservation("d1", attempt, "drone-" + attempt, 12.5, NOW.plusSeconds(90), NOW.plusSeconds(300));
    }

    static Stream<Object> documents() {
        return Stream.of(EVERY_STATE, TALLY, new WrittenOff("Ada", NOW, "fell into the lake"));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void aDocumentIsStoredAndReadAsItsGoldenFileSays(Object document) {
        StoredDocument.assertKept(document);
    }

    @Test
    void theMissionsInTheGoldenFileAreInEveryState() {
        assertThat(EVERY_STATE.missions())
                .extracting(Object::getClass)
                .contains(StoredDocument.recordsOf(Mission.class));
    }
}
