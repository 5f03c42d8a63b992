package io.dronedelivery.mavlink.autopilot;

import static io.dronedelivery.mavlink.autopilot.Receiver.A;
import static io.dronedelivery.mavlink.autopilot.Receiver.B;
import static io.dronedelivery.mavlink.autopilot.Receiver.DROPOFF;
import static io.dronedelivery.mavlink.autopilot.Receiver.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.dronedelivery.contracts.drone.DroneTelemetry.FlightStatus;
import io.dronedelivery.contracts.drone.SetAside.Reason;
import io.dronedelivery.mavlink.frame.Frames;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is trusted when several speak for one drone. */
class SourcesTest {
    private static final double NEAR_DROPOFF = DROPOFF.latitude() - 0.0002; // some 22 m
    private static final Source A_BEHIND_ANOTHER_PORT = new Source(A.host(), A.port() + 1);

    private final Frames frames = new Frames(42);
    private final Receiver receiver = new Receiver();

    @Test
    void aStragglerFromASlowerSecondLinkIsDropped() {
        receiver.hear(A, frames.heartbeat(true), at(100_000, 47.0000));
        receiver.hear(A, frames.systemTime(START.toEpochMilli() * 1_000, 100_000));
        receiver.pass(11);
        receiver.hear(A, at(111_000, 47.0010));
        assertThat(receiver.hear(B, at(100_500, 47.0001))).isEmpty();
        receiver.pass(0.2);
        assertThat(receiver.hear(A, at(111_200, 47.0011)))
                .extracting(DroneTelemetry::time)
                .containsExactly(START.plusMillis(11_200));
        assertThat(receiver.told).extracting(DroneTelemetry::latitude).containsExactly(47.0000, 47.0010, 47.0011);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 11, 25})
    void aSlowerSecondLinkForLongChangesNothing(int lagSeconds) {
        for (int second = 0; second < 120; second++) {
            receiver.hear(A, flying(second));
            if (second >= lagSeconds) {
                receiver.hear(B, flying(second - lagSeconds));
            }
            receiver.pass(1);
        }
        assertThat(receiver.told)
                .extracting(DroneTelemetry::time)
                .containsExactlyElementsOf(
                        IntStream.range(0, 120).mapToObj(START::plusSeconds).toList());
        assertThat(receiver.setAside).isEmpty();
    }

    @Test
    void whatEitherOfTwoLinksTellsFirstIsTaken() {
        receiver.hear(A, frames.heartbeat(true), at(600_000, 47.000));
        assertThat(receiver.hear(B, at(601_000, 47.0001))).hasSize(1);
        assertThat(receiver.hear(A, at(602_000, 47.0002), at(601_000, 47.0001))).hasSize(1);
        assertThat(receiver.hear(B, at(602_000, 47.0002), at(603_000, 47.0003))).hasSize(1);
        assertThat(receiver.setAside).isEmpty();
    }

    @Test
    void oneThatContradictsCanNotLandADrone() {
        flyToTheDropoff();
        assertThat(receiver.hear(B, frames.heartbeat(false), at(5_000, NEAR_DROPOFF)))
                .isEmpty();
        assertThat(receiver.hear(B, frames.heartbeat(false), frames.landed(1), frames.battery(3)))
                .isEmpty();
        receiver.pass(1);
        assertThat(receiver.hear(A, frames.heartbeat(true), at(601_000, NEAR_DROPOFF)))
                .extracting(DroneTelemetry::flightStatus)
                .containsExactly(FlightStatus.AIRBORNE);
        assertThat(receiver.contradicting).isEqualTo(4);
        assertThat(receiver.setAside).singleElement().satisfies(what -> {
            assertThat(what.reason()).isEqualTo(Reason.CONTRADICTING_SOURCE);
            assertThat(what.detail()).startsWith("10.0.0.2:14550: its clock is 5000 ms");
        });
    }

    @Test
    void oneThatGoesOnContradictingIsToldOfNowAndThen() {
        flyToTheDropoff();
        for (int second = 0; second < 180; second++) {
            receiver.hear(A, frames.heartbeat(true), at(600_000 + second * 1_000, NEAR_DROPOFF));
            receiver.hear(B, frames.heartbeat(false), at(5_000 + second * 1_000, NEAR_DROPOFF));
            receiver.pass(1);
        }
        assertThat(receiver.contradicting).isEqualTo(359);
        assertThat(receiver.setAside).hasSize(3);
        assertThat(receiver.statuses()).containsOnly(FlightStatus.AIRBORNE);
    }

    @Test
    void onlyHeartbeatsLandNoDroneThatAnotherFlies() {
        flyToTheDropoff();
        for (int second = 1; second < 100; second++) {
            assertThat(receiver.hear(B, frames.heartbeat(false), frames.landed(1)))
                    .isEmpty();
            receiver.hear(A, frames.heartbeat(true), at(600_000 + second * 1_000, NEAR_DROPOFF));
            receiver.pass(1);
        }
        assertThat(receiver.statuses()).containsOnly(FlightStatus.AIRBORNE);
        assertThat(receiver.reasons()).contains(Reason.CONTRADICTING_SOURCE);
    }

    @Test
    void oneThatCopiesClockAndPlaceLandsNoDroneEither() {
        flyToTheDropoff();
        for (int second = 1; second < 100; second++) {
            receiver.hear(A, frames.heartbeat(true), at(600_000 + second * 1_000, NEAR_DROPOFF));
            receiver.hear(B, frames.heartbeat(second < 10), at(600_100 + second * 1_000, NEAR_DROPOFF));
            receiver.pass(1);
        }
        assertThat(receiver.statuses()).containsOnly(FlightStatus.AIRBORNE);
        assertThat(receiver.reasons()).contains(Reason.CONTRADICTING_SOURCE);
    }

    @ParameterizedTest
    @ValueSource(doubles = {47.1, -47, 0})
    void anotherPlaceContradicts(double latitude) {
        flyToTheDropoff();
        assertThat(receiver.hear(B, at(600_500, latitude))).isEmpty();
        assertThat(receiver.reasons()).containsExactly(Reason.CONTRADICTING_SOURCE);
    }

    @Test
    void aContradictingSourceIsTrustedOnceTheOtherIsSilent() {
        flyToTheDropoff();
        for (int second = 1; second <= Links.SILENCE_IN_AIR_MAX.toSeconds(); second++) {
            receiver.pass(1);
            assertThat(receiver.hear(B, frames.heartbeat(true), at(5_000 + second * 1_000, NEAR_DROPOFF)))
                    .isEmpty();
        }
        receiver.pass(1);
        assertThat(receiver.hear(B, at(36_000, NEAR_DROPOFF)))
                .extracting(DroneTelemetry::time)
                .containsExactly(receiver.now);
        assertThat(receiver.hear(A, at(640_000, NEAR_DROPOFF))).isEmpty();
    }

    @Test
    void onTheGroundAShortSilenceIsEnough() {
        receiver.hear(A, frames.heartbeat(false), at(1_490_000, 47));
        for (int second = 1; second <= 8; second++) {
            receiver.pass(1);
            receiver.hear(B, frames.heartbeat(false), at(90_000 + second * 1_000, 47));
        }
        assertThat(receiver.told).hasSizeGreaterThanOrEqualTo(3);
        assertThat(receiver.last().time()).isBetween(receiver.now.minusSeconds(8), receiver.now);
    }

    @Test
    void anAddressThatChangesInFlightInterruptsNothing() {
        flyToTheDropoff();
        receiver.pass(1);
        Source other = A_BEHIND_ANOTHER_PORT;
        assertThat(receiver.hear(other, frames.heartbeat(true), at(601_000, NEAR_DROPOFF)))
                .hasSize(1);
        receiver.pass(Links.UNTOLD_MAX.toSeconds() + 1);
        receiver.hear(other, frames.heartbeat(false));
        assertThat(receiver.last().flightStatus()).isEqualTo(FlightStatus.LANDED);
        assertThat(receiver.setAside).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aRebootLocksNoDroneOut(boolean inFlight) {
        receiver.hear(A, frames.heartbeat(inFlight), at(600_000, 47));
        receiver.pass(10);
        int before = receiver.told.size();
        for (int second = 3; second < 10; second++) {
            receiver.hear(A, frames.systemTime(0, second * 1_000), frames.heartbeat(inFlight), at(second * 1_000, 47));
            receiver.pass(1);
        }
        assertThat(receiver.told.size() - before).isBetween(4, 7);
        assertThat(receiver.last().time()).isBetween(receiver.now.minusSeconds(2), receiver.now);
        assertThat(receiver.setAside).isEmpty();
    }

    @Test
    void aRebootHeardByTwoLinksLocksNeitherOut() {
        for (int second = 0; second < 60; second++) {
            int boot = second < 30 ? 600 + second : second - 29;
            receiver.hear(A, frames.heartbeat(false), at(boot * 1_000, 47));
            receiver.hear(B, frames.heartbeat(false), at(boot * 1_000, 47));
            receiver.pass(1);
        }
        receiver.pass(1);
        assertThat(receiver.hear(B, at(31_000, 47))).hasSize(1);
        assertThat(receiver.hear(A, at(32_000, 47))).hasSize(1);
    }

    @Test
    void afterARestartTheSourceThatFitsWhatWasKnownIsTrustedThoughAnotherSpeaksFirst() {
        flyToTheDropoff();
        receiver.restart(Duration.ofSeconds(10));
        assertThat(receiver.hear(B, frames.heartbeat(false), at(5_000, NEAR_DROPOFF)))
                .isEmpty();
        assertThat(receiver.hear(A, frames.heartbeat(true), at(610_000, NEAR_DROPOFF)))
                .extracting(DroneTelemetry::flightStatus)
                .containsExactly(FlightStatus.AIRBORNE);
        receiver.pass(8);
        assertThat(receiver.hear(B, frames.heartbeat(false), at(13_000, NEAR_DROPOFF)))
                .isEmpty();
        assertThat(receiver.reasons()).contains(Reason.CONTRADICTING_SOURCE);
    }

    @Test
    void theSourceThatFitsWhatWasKnownIsTrustedThoughTheOtherWasTrustedMeanwhile() {
        flyToTheDropoff();
        receiver.restart(Duration.ofSeconds(10));
        for (int second = 0; second < 20; second++) {
            receiver.hear(B, frames.heartbeat(false), at(5_000 + second * 1_000, NEAR_DROPOFF));
            receiver.pass(1);
        }
        receiver.hear(A, frames.heartbeat(true), at(640_000, NEAR_DROPOFF));
        assertThat(receiver.last().flightStatus()).isEqualTo(FlightStatus.AIRBORNE);
        assertThat(receiver.hear(B, frames.heartbeat(false), at(26_000, NEAR_DROPOFF)))
                .isEmpty();
    }

    @Test
    void afterARestartALandingMeanwhileIsTold() {
        flyToTheDropoff();
        receiver.restart(Duration.ofSeconds(10));
        for (int second = 0; second <= Links.PROBATION.toSeconds(); second++) {
            receiver.hear(A, frames.heartbeat(false), at(610_000 + second * 1_000, DROPOFF.latitude()));
            receiver.pass(1);
        }
        assertThat(receiver.last().flightStatus()).isEqualTo(FlightStatus.LANDED);
    }

    @Test
    void sourcesMadeUpByTheThousandChangeNothing() {
        flyToTheDropoff();
        for (int i = 0; i < 60_000; i++) {
            Source spoofed = new Source("10.1." + i / 256 % 256 + "." + i % 256, 1_024 + i);
            receiver.hear(spoofed, frames.heartbeat(false), frames.position(i * 7L, i % 90, i % 180, 0));
            if (i % 1_000 == 0) {
                receiver.pass(1);
                receiver.hear(A, frames.heartbeat(true), at(600_000 + i, NEAR_DROPOFF));
            }
        }
        assertThat(receiver.statuses()).containsOnly(FlightStatus.AIRBORNE);
        assertThat(receiver.told).extracting(DroneTelemetry::latitude).containsOnly(NEAR_DROPOFF);
        assertThat(receiver.setAside).hasSizeLessThan(5);
    }

    private void flyToTheDropoff() {
        receiver.hear(A, frames.heartbeat(true), at(600_000, NEAR_DROPOFF));
        assertThat(receiver.statuses()).containsExactly(FlightStatus.AIRBORNE);
    }

    private ByteBuffer at(long bootMillis, double latitude) {
        return frames.position(bootMillis, latitude, 8, 20);
    }

    private ByteBuffer flying(int second) {
        return Frames.joined(frames.heartbeat(true), at(600_000 + second * 1_000L, 47 + second * 1e-4));
    }
}
