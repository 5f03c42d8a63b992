package io.dronedelivery.local.balancer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dronedelivery.local.project.Instance;
import io.dronedelivery.local.project.Service;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DatagramBalancerTest {
    private static final Instance ONE = new Instance(Service.DRONE, 1);
    private static final Instance OTHER = new Instance(Service.DRONE, 2);
    private static final int DATAGRAMS = 10;
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final InetAddress loopback = InetAddress.getLoopbackAddress();
    private final DatagramSocket oneDoor = new DatagramSocket(new InetSocketAddress(loopback, 0));
    private final DatagramSocket otherDoor = new DatagramSocket(new InetSocketAddress(loopback, 0));
    private final DatagramSocket drone = new DatagramSocket();
    private final DatagramSocket otherDrone = new DatagramSocket();
    private final Set<Instance> ready = ConcurrentHashMap.newKeySet();
    private final ReadyInstances instances = ReadyInstances.watch(List.of(ONE, OTHER), ready::contains);
    private final Map<Instance, DatagramSocket> doors = Map.of(ONE, oneDoor, OTHER, otherDoor);
    private final DatagramBalancer balancer = DatagramBalancer.open(
            0, instances, instance -> doors.getOrDefault(instance, oneDoor).getLocalPort());

    DatagramBalancerTest() throws IOException {
        for (DatagramSocket door : doors.values()) {
            door.setSoTimeout((int) TIMEOUT.toMillis());
        }
    }

    @BeforeEach
    void oneIsReady() {
        ready(ONE);
    }

    @AfterEach
    void close() {
        balancer.close();
        instances.close();
        List.of(oneDoor, otherDoor, drone, otherDrone).forEach(DatagramSocket::close);
    }

    @Test
    void theDatagramsOfOneSourceStayWithOneInstanceInTheirOrder() throws IOException {
        send(drone, "first");
        assertThat(text(receive(oneDoor))).isEqualTo("first");
        ready(ONE, OTHER);

        for (int number = 0; number < DATAGRAMS; number++) {
            send(drone, "next " + number);
            assertThat(text(receive(oneDoor))).isEqualTo("next " + number);
        }
    }

    @Test
    void whenItsInstanceIsNotReadyASourceGoesToAnother() throws IOException {
        send(drone, "first");
        receive(oneDoor);

        ready(OTHER);
        send(drone, "second");

        assertThat(text(receive(otherDoor))).isEqualTo("second");
    }

    @Test
    void anInstanceCanTellTheSourcesApart() throws IOException {
        send(drone, "of one");
        DatagramPacket ofOne = receive(oneDoor);
        send(otherDrone, "of another");
        DatagramPacket ofAnother = receive(oneDoor);

        assertThat(ofOne.getSocketAddress()).isNotEqualTo(ofAnother.getSocketAddress());
    }

    private void ready(Instance... those) {
        ready.clear();
        ready.addAll(List.of(those));
        await().atMost(TIMEOUT).until(() -> List.of(ONE, OTHER).stream()
                .allMatch(instance -> instances.isReady(instance) == ready.contains(instance)));
    }

    private void send(DatagramSocket source, String text) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        source.send(new DatagramPacket(bytes, bytes.length, new InetSocketAddress(loopback, balancer.port())));
    }

    private static DatagramPacket receive(DatagramSocket door) throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[100], 100);
        door.receive(packet);
        return packet;
    }

    private static String text(DatagramPacket packet) {
        return new String(packet.getData(), 0, packet.getLength(), UTF_8);
    }
}
