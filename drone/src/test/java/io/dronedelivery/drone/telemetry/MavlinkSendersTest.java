package io.dronedelivery.drone.telemetry;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.dronedelivery.contracts.drone.Fleet.Protocol;
import io.dronedelivery.contracts.drone.Fleet.Registration;
import io.dronedelivery.drone.registry.domain.Registry;
import io.dronedelivery.mavlink.frame.Frames;
import io.dronedelivery.mavlink.frame.SigningKey;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Who is heard in the name of a drone: those in its networks, with its signature if it has a key. */
@QuarkusTest
class MavlinkSendersTest extends MavlinkSetting {
    private static final List<String> ELSEWHERE = List.of("10.20.0.0/16", "fd00::/8");
    private static final String KEY = "00112233445566778899aabbccddeeff".repeat(2);
    private static final int LINK = 1;
    private static final double LATITUDE = 47.3769;
    private static final double LONGITUDE = 8.5417;

    @Inject
    Registry registry;

    MavlinkSendersTest() throws IOException {}

    @Test
    void anAddressOutsideTheNetworksIsNotHeardAndToldToOperatorsOnce() throws IOException {
        String droneId = "mavlink-drone-elsewhere";
        register(droneId, 31, ELSEWHERE, null);
        double before = count("mavlink.frames.foreign");
        Frames frames = new Frames(31);
        for (int second = 1; second <= 3; second++) {
            send(position(frames, second));
        }
        Awaitility.await().until(() -> count("mavlink.frames.foreign") - before == 3);
        told(droneId, "FOREIGN_ADDRESS", "127.0.0.1:");

        register(droneId, 31, LOOPBACK, null);
        send(frames.heartbeat(false));
        send(position(frames, 4));
        assertThat(await(droneId, 1)).hasSize(1);
        assertThat(count("mavlink.frames.foreign") - before).isEqualTo(3);
    }

    @Test
    void ofADroneRegisteredWithoutNetworksNothingIsHeard() throws IOException {
        String droneId = "mavlink-drone-from-before";
        aBase();
        Registration before = new Registration(BASE, AIRFRAME, Protocol.MAVLINK, 32, null, null);
        registry.register(droneId, before, Instant.now()).await().indefinitely();
        Awaitility.await()
                .until(() -> telemetry.bySystemId(32).await().indefinitely().isPresent());

        send(position(new Frames(32), 1));
        told(droneId, "FOREIGN_ADDRESS", "register it again");
    }

    @Test
    void aDroneWithAKeyIsHeardOnlyIfItSignsWithIt() throws IOException {
        String droneId = "mavlink-drone-with-a-key";
        register(droneId, 33, LOOPBACK, KEY);
        double before = count("mavlink.signatures.bad");
        Frames frames = new Frames(33);
        SigningKey another = SigningKey.ofHex("5".repeat(64));
        ByteBuffer first = Frames.signed(frames.heartbeat(false), SigningKey.ofHex(KEY), LINK, timestamp(0));

        send(frames.heartbeat(true));
        send(frames.battery(10));
        send(Frames.signed(position(frames, 1), another, LINK, timestamp(1)));
        send(first.duplicate());
        send(first);
        send(Frames.signed(position(frames, 5), SigningKey.ofHex(KEY), LINK, timestamp(5)));

        assertThat(await(droneId, 1)).extracting(DroneTelemetry::altitude).containsExactly(5.0);
        assertThat(count("mavlink.signatures.bad") - before).isEqualTo(4);
        told(droneId, "BAD_SIGNATURE", "it is not signed");
    }

    private static ByteBuffer position(Frames frames, int second) {
        return frames.position(second * 1_000L, LATITUDE, LONGITUDE, second);
    }

    /** So much later than now, in units of 10 µs since the start of 2015. */
    private static long timestamp(int seconds) {
        Instant epoch = Instant.parse("2015-01-01T00:00:00Z");
        return Duration.between(epoch, Instant.now().plusSeconds(seconds)).toMillis() * 100;
    }

    private static void told(String droneId, String reason, String detail) {
        Awaitility.await().untilAsserted(() -> given().get("/drones/" + droneId + "/set-aside")
                .then()
                .body("latest", hasSize(1))
                .body("latest[0].reason", equalTo(reason))
                .body("latest[0].detail", containsString(detail)));
    }
}
