package io.dronedelivery.local.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.mavlink.frame.Datagram;
import io.dronedelivery.mavlink.frame.Encoder;
import io.dronedelivery.mavlink.frame.Frame;
import io.dronedelivery.mavlink.frame.Message;
import io.dronedelivery.mavlink.frame.Message.GlobalPosition;
import io.dronedelivery.mavlink.frame.Message.Heartbeat;
import io.dronedelivery.mavlink.frame.Message.SystemStatus;
import io.dronedelivery.mavlink.frame.Message.SystemTime;
import io.dronedelivery.mavlink.log.FlightLog;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PlaybackTest {
    private static final int VEHICLE = 1;
    private static final long START_MICROS = 1_600_000_000_000_000L;
    private static final long BOOT_MILLIS = 96_737;
    private static final String HEARTBEAT = "FE 09 07 01 01 00 00 00 00 00 02 03 81 04 03 82 55";
    private static final String POSITION =
            "FE 1C 08 01 01 21 E1 79 01 00 28 24 3D 1C 28 5C 17 05 C0 39 06 00 14 50 00 00 "
                    + "2C 01 70 FE 00 00 78 69 75 22";
    private static final String SYSTEM_TIME = "FD 0B 00 00 00 01 01 02 00 00 B0 0A 27 72 1F 9B 05 00 E1 79 01 CB EA";
    private static final String OF_A_CAMERA = "FE 02 08 01 64 A3 1E 00 34 12";

    private final DatagramSocket port = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));

    PlaybackTest() throws IOException {
        port.setSoTimeout((int) Duration.ofSeconds(10).toMillis());
    }

    @AfterEach
    void close() {
        port.close();
    }

    @Test
    void theVehiclesTimeIsToldAsTheLogHasIt() throws IOException {
        try (Link link = link(new Link.Faults(false, 0, 1))) {
            playback(link, POSITION, SYSTEM_TIME).playToEnd();
        }
        assertThat(heard(3))
                .hasExactlyElementsOfTypes(SystemTime.class, GlobalPosition.class, SystemTime.class)
                .filteredOn(SystemTime.class::isInstance)
                .containsOnly(new SystemTime(START_MICROS, BOOT_MILLIS));
    }

    @Test
    void aVehicleThatDoesNotKnowItsChargeIsCharged() throws IOException {
        Encoder vehicle = new Encoder(VEHICLE);
        try (Link link = link(new Link.Faults(false, 0, 1))) {
            playback(link, hex(vehicle.systemStatus(-1)), hex(vehicle.systemStatus(42)))
                    .playToEnd();
        }
        assertThat(heard(2)).containsExactly(new SystemStatus(100), new SystemStatus(42));
    }

    @Test
    void theRestIsPlayedAsItIs() throws IOException {
        try (Link link = link(new Link.Faults(false, 0, 1))) {
            playback(link, OF_A_CAMERA, HEARTBEAT).playToEnd();
        }
        assertThat(received()).isEqualTo(bytes(OF_A_CAMERA));
        assertThat(received()).isEqualTo(bytes(HEARTBEAT));
    }

    @Test
    void whatWasSaidLastIsRepeatedWhileItIsHeld() throws IOException {
        try (Link link = link(new Link.Faults(false, 0, 1))) {
            Playback playback = playback(link, POSITION, HEARTBEAT, HEARTBEAT, POSITION);
            playback.playTo(2);
            heard(3);
            playback.repeat();
        }
        assertThat(heard(3)).hasExactlyElementsOfTypes(SystemTime.class, GlobalPosition.class, Heartbeat.class);
    }

    @Test
    void theLinkDoublesAndDropsTheSameFramesForTheSameSeed() throws IOException {
        List<String> frames = IntStream.range(0, 100).mapToObj(_ -> HEARTBEAT).toList();
        assertThat(count(new Link.Faults(true, 0, 1), frames)).isEqualTo(200);
        int left = count(new Link.Faults(false, 20, 7), frames);
        assertThat(left).isBetween(65, 95);
        assertThat(count(new Link.Faults(false, 20, 7), frames)).isEqualTo(left);
        assertThat(count(new Link.Faults(true, 20, 7), frames)).isEqualTo(2 * left);
    }

    private int count(Link.Faults faults, List<String> frames) throws IOException {
        try (Link link = link(faults);
                Link end = link(new Link.Faults(false, 0, 1))) {
            playback(link, frames.toArray(String[]::new)).playToEnd();
            end.send(bytes(OF_A_CAMERA));
        }
        int count = 0;
        while (!received().equals(bytes(OF_A_CAMERA))) {
            count++;
        }
        return count;
    }

    private Link link(Link.Faults faults) throws IOException {
        return new Link(port.getLocalPort(), faults);
    }

    private static Playback playback(Link link, String... frames) {
        List<FlightLog.Entry> entries = List.of(frames).stream()
                .map(frame -> new FlightLog.Entry(START_MICROS, bytes(frame)))
                .toList();
        return new Playback(new FlightLog(entries), VEHICLE, link, 1);
    }

    private List<Message> heard(int count) throws IOException {
        List<Message> heard = new ArrayList<>();
        while (heard.size() < count) {
            Datagram.read(received()).frames().stream().map(Frame::message).forEach(heard::add);
        }
        return heard;
    }

    private ByteBuffer received() throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[300], 300);
        port.receive(packet);
        return ByteBuffer.wrap(packet.getData(), 0, packet.getLength()).slice();
    }

    private static String hex(ByteBuffer frame) {
        return HexFormat.ofDelimiter(" ").formatHex(frame.array(), 0, frame.limit());
    }

    private static ByteBuffer bytes(String hex) {
        return ByteBuffer.wrap(HexFormat.ofDelimiter(" ").parseHex(hex));
    }
}
