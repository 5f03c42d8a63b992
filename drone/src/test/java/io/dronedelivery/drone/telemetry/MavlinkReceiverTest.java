package io.dronedelivery.drone.telemetry;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.dronedelivery.contracts.drone.DroneTelemetry.FlightStatus;
import io.dronedelivery.mavlink.frame.Frames;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MavlinkReceiverTest extends MavlinkSetting {
    private static final Instant START = Instant.parse("2020-01-02T03:04:05Z");

    MavlinkReceiverTest() throws IOException {}

    @Test
    void aDronesMessagesBecomeItsLocationStream() throws IOException {
        register("mavlink-drone", 17);
        Frames frames = new Frames(17);
        send(frames.systemTime(START.toEpochMilli() * 1000, 60_000));
        send(frames.heartbeat(true));
        send(frames.position(61_000, 47.3769, 8.5417, 0));
        send(frames.position(62_000, 47.3769, 8.5417, 10));
        send(frames.heartbeat(false));

        List<DroneTelemetry> samples = await("mavlink-drone", 3);
        assertThat(samples)
                .extracting(DroneTelemetry::flightStatus)
                .containsExactly(FlightStatus.GROUNDED, FlightStatus.AIRBORNE, FlightStatus.LANDED);
        assertThat(samples)
                .extracting(DroneTelemetry::time)
                .containsExactly(START.plusSeconds(1), START.plusSeconds(2), START.plusSeconds(2));
        assertThat(samples).extracting(DroneTelemetry::sequence).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void anotherSourceThatContradictsIsReportedToOperatorsAndChangesNothing() throws IOException {
        register("mavlink-drone-with-a-double", 19);
        double before = count("mavlink.frames.contradicting");
        Frames frames = new Frames(19);
        send(frames.heartbeat(true));
        send(frames.position(600_000, 47.3769, 8.5417, 20));
        await("mavlink-drone-with-a-double", 1);
        try (DatagramChannel other = DatagramChannel.open()) {
            send(other, frames.heartbeat(false));
            send(other, frames.position(5_000, 47.3769, 8.5417, 20));
        }
        Awaitility.await().until(() -> count("mavlink.frames.contradicting") - before == 1);
        send(frames.position(601_000, 47.3769, 8.5417, 20));
        assertThat(await("mavlink-drone-with-a-double", 2))
                .extracting(DroneTelemetry::flightStatus)
                .containsOnly(FlightStatus.AIRBORNE);
        Awaitility.await().untilAsserted(() -> given().get("/drones/mavlink-drone-with-a-double/set-aside")
                .then()
                .body("latest[0].reason", equalTo("CONTRADICTING_SOURCE"))
                .body("latest[0].detail", containsString("its clock is 5000 ms")));
    }

    @Test
    void randomDatagramsDoNotStopTheReceiver() throws IOException {
        register("mavlink-drone-among-noise", 20);
        Random random = new Random(1);
        try (DatagramChannel other = DatagramChannel.open()) {
            for (int i = 0; i < 500; i++) {
                byte[] noise = new byte[random.nextInt(1, 1_500)];
                random.nextBytes(noise);
                noise[0] = (byte) (random.nextBoolean() ? 0xFD : 0xFE);
                send(other, ByteBuffer.wrap(noise));
            }
        }
        send(new Frames(20).heartbeat(false));
        send(new Frames(20).position(1_000, 47.3769, 8.5417, 0));
        assertThat(await("mavlink-drone-among-noise", 1)).hasSize(1);
    }

    @Test
    void uselessDatagramsAreCountedAndHarmNothing() throws IOException {
        register("mavlink-drone-in-noise", 18);
        double ignored = count("mavlink.frames.ignored");
        double garbage = count("mavlink.garbage.bytes");
        double damaged = count("mavlink.checksums.bad");
        send(ByteBuffer.wrap(new byte[] {1, 2, 3}));
        send(ByteBuffer.allocate(0));
        send(new Frames(18).heartbeat(true).put(6, (byte) 1));
        send(new Frames(99).heartbeat(true));
        send(new Frames(18).heartbeat(false));
        send(new Frames(18).position(1_000, 47.3769, 8.5417, 2_000_000));
        send(new Frames(18).position(2_000, 47.3769, 8.5417, 0));

        assertThat(await("mavlink-drone-in-noise", 1))
                .extracting(DroneTelemetry::altitude)
                .containsExactly(0.0);
        assertThat(count("mavlink.frames.ignored") - ignored).isEqualTo(1);
        assertThat(count("mavlink.garbage.bytes") - garbage).isGreaterThanOrEqualTo(3);
        assertThat(count("mavlink.checksums.bad") - damaged).isEqualTo(1);
    }
}
