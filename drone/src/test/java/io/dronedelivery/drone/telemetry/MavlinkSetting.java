package io.dronedelivery.drone.telemetry;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.lessThan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dronedelivery.contracts.Json;
import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.Topic;
import io.dronedelivery.contracts.drone.DroneStream;
import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.dronedelivery.contracts.drone.Fleet;
import io.dronedelivery.contracts.drone.Fleet.Registration;
import io.dronedelivery.drone.telemetry.domain.Telemetry;
import io.dronedelivery.testing.KafkaProbe;
import io.micrometer.core.instrument.MeterRegistry;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.List;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/** The service and a socket that drones send from, on loopback. */
abstract class MavlinkSetting {
    static final String BASE = "mavlink-base";
    static final Fleet.Airframe AIRFRAME = new Fleet.Airframe("quadcopter", 2_000, 5_000, 10);
    static final List<String> LOOPBACK = List.of("127.0.0.1/32", "::1/128");

    final DatagramChannel drone = DatagramChannel.open();

    @Inject
    MavlinkReceiver receiver;

    @Inject
    Telemetry telemetry;

    @Inject
    MeterRegistry metrics;

    MavlinkSetting() throws IOException {}

    @AfterEach
    void close() throws IOException {
        drone.close();
    }

    void register(String droneId, int systemId) {
        register(droneId, systemId, LOOPBACK, null);
    }

    void register(String droneId, int systemId, List<String> networks, @Nullable String key) {
        aBase();
        ObjectNode body = Json.MAPPER.valueToTree(Registration.overMavlink(BASE, AIRFRAME, systemId, networks));
        put("/drones/" + droneId, body.put("mavlinkKey", key).toString());
        Awaitility.await().until(() -> telemetry
                .bySystemId(systemId)
                .await()
                .indefinitely()
                .filter(known -> networks.equals(known.registration().mavlinkNetworks()))
                .isPresent());
    }

    static void aBase() {
        put("/bases/" + BASE, Json.text(new Fleet.Base("Base", new Position(47.3769, 8.5417))));
    }

    private static void put(String path, String body) {
        given().contentType(ContentType.JSON).body(body).put(path).then().statusCode(lessThan(300));
    }

    void send(ByteBuffer frame) throws IOException {
        send(drone, frame);
    }

    void send(DatagramChannel from, ByteBuffer frame) throws IOException {
        from.send(frame, new InetSocketAddress(InetAddress.getLoopbackAddress(), receiver.port()));
    }

    static List<DroneTelemetry> await(String droneId, int count) {
        return KafkaProbe.published(
                        Topic.DRONE_TELEMETRY,
                        DroneStream.class,
                        told -> told.droneId().equals(droneId),
                        count)
                .stream()
                .map(DroneTelemetry.class::cast)
                .toList();
    }

    double count(String counter) {
        return metrics.get(counter).counter().count();
    }
}
