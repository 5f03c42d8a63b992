package io.dronedelivery.mavlink.autopilot;

import static io.dronedelivery.mavlink.autopilot.Receiver.A;
import static io.dronedelivery.mavlink.autopilot.Receiver.PICKUP;
import static io.dronedelivery.mavlink.autopilot.Receiver.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.dronedelivery.contracts.drone.DroneTelemetry.FlightStatus;
import io.dronedelivery.contracts.drone.SetAside.Reason;
import io.dronedelivery.mavlink.frame.Frames;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What one source sends that can't be right: it is told to operators, and changes neither status nor place. */
class ImplausibleMessagesTest {
    private static final String ARMED = "fd090000002a010000000000000002038104034a22";
    private static final String BEFORE_THE_FIX =
            "fd1c0000032a012100004c210000610100007fffffff0a0000000e000000000000000000ca84e70e";
    private static final int NO_FIX = 1;
    private static final int FIX_3D = 3;
    private static final int EIGHT_YEARS_MINUTES = 8 * 365 * 24 * 60;

    private final Frames frames = new Frames(42);
    private final Receiver receiver = new Receiver();

    @Test
    void aPlaceBeforeTheFixIsNone() {
        receiver.hear(A, bytes(ARMED), bytes(BEFORE_THE_FIX));
        receiver.pass(10);
        receiver.hear(A, bytes(BEFORE_THE_FIX), bytes(ARMED));
        assertThat(receiver.told).isNotEmpty().allSatisfy(sample -> {
            assertThat(sample.latitude()).isNull();
            assertThat(sample.longitude()).isNull();
            assertThat(sample.flightStatus()).isEqualTo(FlightStatus.GROUNDED);
        });
        assertThat(receiver.reasons()).containsExactly(Reason.NO_FIX);
    }

    @Test
    void noPlaceThatDriftsForHoursWithoutAFixIsAccepted() {
        receiver.hear(A, frames.heartbeat(false));
        for (int second = 1; second < 4 * 3_600; second += 5) {
            receiver.hear(
                    A, frames.position(second * 1_000L, second * 1e-7, -second * 2e-7, 0), frames.heartbeat(false));
            receiver.pass(5);
        }
        assertThat(receiver.told).hasSizeGreaterThan(2_000).allSatisfy(sample -> assertThat(sample.position())
                .isNull());
    }

    @ParameterizedTest
    @CsvSource({"0.1, 0.1", "0, 0.01", "-0.05, 0", "89.9, 0", "-16.8, 179.99"})
    void whereADroneFliesIsItsPlaceEverywhereOnTheGlobe(double latitude, double longitude) {
        Receiver there = new Receiver(new Position(latitude, longitude));
        there.hear(A, frames.heartbeat(true), frames.fix(FIX_3D));
        assertThat(there.hear(A, frames.position(1_000, latitude, longitude, 20)))
                .extracting(DroneTelemetry::position)
                .containsExactly(new Position(latitude, longitude));
    }

    @Test
    void withASatelliteReceiverItsFixDecides() {
        receiver.hear(A, frames.heartbeat(false), frames.fix(NO_FIX));
        assertThat(receiver.hear(A, frames.position(1_000, 47, 8, 0)).getFirst().position())
                .isNull();
        receiver.hear(A, frames.fix(FIX_3D));
        assertThat(receiver.hear(A, frames.position(2_000, 47, 8, 0)).getFirst().position())
                .isEqualTo(PICKUP);
        receiver.hear(A, frames.fix(0));
        assertThat(receiver.hear(A, frames.position(3_000, 47, 8, 0)).getFirst().position())
                .isNull();
        assertThat(receiver.reasons()).containsExactly(Reason.NO_FIX, Reason.NO_FIX);
    }

    @Test
    void aFixThatIsNotToldAnyMoreDecidesNothing() {
        receiver.hear(A, frames.heartbeat(false), frames.fix(NO_FIX));
        receiver.pass(Reception.AGE_MAX.toSeconds() + 1);
        assertThat(receiver.hear(A, frames.position(20_000, 47, 8, 0))
                        .getFirst()
                        .position())
                .isEqualTo(PICKUP);
    }

    @Test
    void aDroneThatWasCarriedFarAwayIsAcceptedWithAFix() {
        receiver.hear(A, frames.fix(FIX_3D), frames.heartbeat(false));
        assertThat(receiver.hear(A, frames.position(6_000, 52, 13, 0)))
                .extracting(DroneTelemetry::position)
                .containsExactly(new Position(52, 13));
    }

    @Test
    void aPlaceOffTheEarthIsNone() {
        fly();
        assertThat(receiver.hear(A, frames.position(9_000, 214.7483647, 214.7483647, 20))
                        .getFirst()
                        .position())
                .isNull();
        assertThat(receiver.last().flightStatus()).isEqualTo(FlightStatus.AIRBORNE);
    }

    @Test
    void aCriticalStateForAMomentInterruptsNothing() {
        fly();
        ByteBuffer critical = frames.heartbeat(Frames.COPTER, true, Frames.CRITICAL);
        receiver.hear(A, critical, frames.heartbeat(true), frames.position(9_000, 47, 8, 20));
        receiver.hear(A, critical, critical, critical, critical, critical, frames.heartbeat(true));
        for (int second = 10; second < 60; second += 7) {
            receiver.hear(A, critical, frames.position(second * 1_000L, 47, 8, 20), frames.heartbeat(true));
            receiver.pass(7);
        }
        assertThat(receiver.statuses()).doesNotContain(FlightStatus.EMERGENCY);
        assertThat(receiver.reasons()).contains(Reason.CRITICAL_STATE).containsOnly(Reason.CRITICAL_STATE);
    }

    @Test
    void aCriticalStateThatLastsIsAnEmergency() {
        fly();
        for (int second = 0; second <= CriticalState.LASTS_MIN.toSeconds(); second++) {
            assertThat(receiver.last().flightStatus()).isEqualTo(FlightStatus.AIRBORNE);
            receiver.hear(A, frames.heartbeat(Frames.COPTER, true, Frames.CRITICAL));
            receiver.pass(1);
        }
        assertThat(receiver.last().flightStatus()).isEqualTo(FlightStatus.EMERGENCY);
        assertThat(receiver.setAside).isEmpty();
    }

    @Test
    void aCriticalStateLastsByTheDronesClockToo() {
        fly();
        for (int second = 9; second < 20; second++) {
            receiver.hear(A, frames.position(second * 1_000L, 47, 8, 20));
            receiver.hear(A, frames.heartbeat(Frames.COPTER, true, Frames.CRITICAL));
        }
        assertThat(receiver.last().flightStatus()).isEqualTo(FlightStatus.EMERGENCY);
    }

    @ParameterizedTest
    @ValueSource(ints = {Frames.EMERGENCY, Frames.FLIGHT_TERMINATION})
    void aMoreSevereStateIsAnEmergencyAtOnce(int state) {
        fly();
        receiver.hear(A, frames.heartbeat(Frames.COPTER, true, state));
        assertThat(receiver.last().flightStatus()).isEqualTo(FlightStatus.EMERGENCY);
    }

    @Test
    void aBatteryThatIsNotKnownStaysTheLastKnownOne() {
        receiver.hear(A, frames.heartbeat(false), frames.battery(-1));
        assertThat(battery(1_000)).isNull();
        receiver.hear(A, frames.battery(12), frames.battery(-1));
        assertThat(battery(2_000)).isEqualTo(12);
        receiver.restart(Duration.ofSeconds(20));
        receiver.hear(A, frames.heartbeat(false), frames.battery(-1));
        assertThat(battery(22_000)).isEqualTo(12);
        assertThat(receiver.setAside).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {101, 127, -2, -100, -128})
    void aChargeThatCanNotBeIsNone(int percent) {
        receiver.hear(A, frames.heartbeat(false), frames.battery(57), frames.battery(percent));
        assertThat(battery(1_000)).isEqualTo(57);
        assertThat(receiver.reasons()).containsExactly(Reason.BATTERY);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20, 7_168, 40_000, 200_000_000})
    void aTimeTooFarAheadIsNotAccepted(long days) {
        Instant ahead = START.plus(Duration.ofDays(days));
        receiver.hear(A, frames.heartbeat(false), frames.systemTime(micros(ahead), 100_000));
        receiver.hear(A, frames.position(100_000, 47, 8, 0), frames.position(101_000, 47, 8, 0));
        assertThat(receiver.told).extracting(DroneTelemetry::time).allSatisfy(time -> assertThat(time)
                .isCloseTo(START, within(Duration.ofSeconds(1))));
        assertThat(receiver.last().sequence())
                .isLessThanOrEqualTo(START.plusSeconds(2).toEpochMilli());
        assertThat(receiver.reasons()).containsExactly(Reason.TIME_AHEAD);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, Long.MIN_VALUE, Long.MAX_VALUE})
    void aTimeThatNoClockHasIsNotAccepted(long micros) {
        receiver.hear(A, frames.heartbeat(false), frames.systemTime(micros, 100_000));
        receiver.hear(A, frames.position(100_000, 47, 8, 0));
        assertThat(receiver.last().time()).isEqualTo(START);
    }

    @Test
    void theLastAcceptedTimeStaysInUse() {
        Instant drones = START.minusSeconds(90);
        receiver.hear(A, frames.heartbeat(false), frames.systemTime(micros(drones), 100_000));
        receiver.hear(A, frames.systemTime(micros(START.plus(Duration.ofDays(7_168))), 101_000));
        receiver.hear(A, frames.position(102_000, 47, 8, 0));
        assertThat(receiver.last().time()).isEqualTo(drones.plusSeconds(2));
    }

    @ParameterizedTest
    @ValueSource(longs = {-EIGHT_YEARS_MINUTES, -10, 10, 14})
    void aDronesClockMayBeFarFromOurs(long minutes) {
        Instant drones = START.plus(Duration.ofMinutes(minutes));
        receiver.hear(A, frames.heartbeat(false), frames.systemTime(micros(drones), 100_000));
        receiver.hear(A, frames.position(100_000, 47, 8, 0));
        assertThat(receiver.last().time()).isEqualTo(drones);
        assertThat(receiver.setAside).isEmpty();
    }

    @Test
    void theSequenceGoesOnInSmallStepsWhateverTheClocksDo() {
        receiver.hear(A, frames.heartbeat(false), frames.position(100_000, 47, 8, 0));
        long first = receiver.last().sequence();
        long[] boots = {101_000, 0xFFFF_FFFFL, 102_000, 5_000, 6_000, 7_000, 8_000, 3_000_000_000L, 9_000};
        for (long boot : boots) {
            receiver.pass(1);
            receiver.hear(A, frames.systemTime(micros(START.plus(Duration.ofDays(boot % 9_999))), boot));
            receiver.hear(A, frames.position(boot, 47, 8, 0));
        }
        assertThat(receiver.told)
                .extracting(DroneTelemetry::sequence)
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(receiver.last().sequence() - first).isLessThan(60_000);
        assertThat(receiver.told).hasSizeGreaterThanOrEqualTo(6);
    }

    private void fly() {
        receiver.hear(A, frames.heartbeat(true), frames.position(8_000, 47, 8, 20));
        assertThat(receiver.statuses()).containsExactly(FlightStatus.AIRBORNE);
    }

    private @Nullable Double battery(long bootMillis) {
        List<DroneTelemetry> told = receiver.hear(A, frames.position(bootMillis, 47, 8, 0));
        return told.getLast().battery();
    }

    private static long micros(Instant time) {
        return time.toEpochMilli() * 1_000;
    }

    private static ByteBuffer bytes(String hex) {
        return ByteBuffer.wrap(HexFormat.of().parseHex(hex));
    }
}
