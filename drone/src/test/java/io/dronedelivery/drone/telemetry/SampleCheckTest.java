package io.dronedelivery.drone.telemetry;

import static io.dronedelivery.drone.fleet.Samples.standing;
import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.Problem.FieldError;
import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.dronedelivery.testing.Orders;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SampleCheckTest {
    private static final DroneTelemetry GOOD = standing("drone-1", 1, Orders.PICKUP, 50);

    @Test
    void aGoodSampleHasNoErrors() {
        assertThat(SampleCheck.errors(GOOD)).isEmpty();
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

        assertThat(SampleCheck.errors(wrong))
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
        assertThat(SampleCheck.errors(known(null, null, null, GOOD.time()))).isEmpty();
        assertThat(SampleCheck.errors(known(0.0, 0.0, 0.0, Instant.EPOCH))).isEmpty();
        assertThat(SampleCheck.errors(known(0.0, 0.0, 0.0, Instant.parse("9999-12-31T23:59:59Z"))))
                .isEmpty();
        assertThat(SampleCheck.errors(known(47.0, null, 1.0, GOOD.time())))
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
}
