package io.dronedelivery.drone.request;

import static io.dronedelivery.drone.fleet.Samples.AIRFRAME;
import static io.dronedelivery.drone.fleet.Samples.standing;
import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.Problem.FieldError;
import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.dronedelivery.contracts.drone.Fleet.Protocol;
import io.dronedelivery.contracts.drone.Fleet.Registration;
import io.dronedelivery.testing.Orders;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChecksTest {
    private static final DroneTelemetry GOOD = standing("drone-1", 1, Orders.PICKUP, 50);

    @Test
    void aGoodSampleHasNoErrors() {
        assertThat(Checks.sample(GOOD)).isEmpty();
    }

    @Test
    void everyWrongFieldOfASampleIsNamed() {
        DroneTelemetry wrong = new DroneTelemetry(
                "no good",
                -1,
                GOOD.time(),
                91.0,
                -181.0,
                Double.NaN,
                -1,
                361,
                101.0,
                GOOD.flightStatus(),
                GOOD.payload(),
                null);

        assertThat(Checks.sample(wrong))
                .extracting(FieldError::field)
                .containsExactly(
                        "/droneId",
                        "/sequence",
                        "/latitude",
                        "/longitude",
                        "/altitude",
                        "/groundSpeed",
                        "/heading",
                        "/battery");
    }

    @Test
    void aSampleMayKnowNeitherItsPlaceNorItsBatteryAndHaveAnyTime() {
        assertThat(Checks.sample(known(null, null, null, GOOD.time()))).isEmpty();
        assertThat(Checks.sample(known(0.0, 0.0, 0.0, Instant.EPOCH))).isEmpty();
        assertThat(Checks.sample(known(0.0, 0.0, 0.0, Instant.parse("9999-12-31T23:59:59Z"))))
                .isEmpty();
        assertThat(Checks.sample(known(47.0, null, 1.0, GOOD.time())))
                .extracting(FieldError::field)
                .containsExactly("/longitude");
    }

    private static DroneTelemetry known(
            @Nullable Double latitude, @Nullable Double longitude, @Nullable Double battery, Instant time) {
        return new DroneTelemetry(
                GOOD.droneId(),
                GOOD.sequence(),
                time,
                latitude,
                longitude,
                GOOD.altitude(),
                GOOD.groundSpeed(),
                GOOD.heading(),
                battery,
                GOOD.flightStatus(),
                GOOD.payload(),
                null);
    }

    @Test
    void aBatchIsNeitherEmptyNorTooLarge() {
        assertThat(Checks.batch(List.of())).hasSize(1);
        assertThat(Checks.batch(Collections.nCopies(Checks.SAMPLES_MAX, GOOD))).isEmpty();
        assertThat(Checks.batch(Collections.nCopies(Checks.SAMPLES_MAX + 1, GOOD)))
                .extracting(FieldError::field)
                .containsExactly("/samples");
    }

    @Test
    void aSystemIdIsForMavlinkOnly() {
        assertThat(Checks.registration(new Registration("b1", AIRFRAME, Protocol.MAVLINK, 1)))
                .isEmpty();
        assertThat(Checks.registration(new Registration("b1", AIRFRAME, Protocol.MAVLINK, null)))
                .hasSize(1);
        assertThat(Checks.registration(new Registration("b1", AIRFRAME, Protocol.MAVLINK, 255)))
                .hasSize(1);
        assertThat(Checks.registration(new Registration("b1", AIRFRAME, Protocol.HTTP, 1)))
                .hasSize(1);
    }
}
