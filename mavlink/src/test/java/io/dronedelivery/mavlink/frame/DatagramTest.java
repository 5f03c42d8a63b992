package io.dronedelivery.mavlink.frame;

import static io.dronedelivery.mavlink.frame.Frames.bytes;
import static io.dronedelivery.mavlink.frame.Frames.joined;
import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.mavlink.frame.Message.ExtendedSystemState;
import io.dronedelivery.mavlink.frame.Message.GlobalPosition;
import io.dronedelivery.mavlink.frame.Message.Heartbeat;
import io.dronedelivery.mavlink.frame.Message.Landed;
import io.dronedelivery.mavlink.frame.Message.SystemTime;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The bytes were written and their checksums computed apart from this project's encoder. */
class DatagramTest {
    private static final String HEARTBEAT_V1 = "FE 09 07 01 01 00 00 00 00 00 02 03 81 04 03 82 55";
    private static final String HEARTBEAT_V2 = "FD 09 00 00 07 01 01 00 00 00 00 00 00 00 02 03 81 04 03 DC 54";
    private static final String HEARTBEAT_SIGNED = "FD 09 01 00 07 01 01 00 00 00 00 00 00 00 02 03 81 04 03 3B AC "
            + "F0 F1 F2 F3 F4 F5 F6 F7 F8 F9 FA FB FC";
    private static final String UNKNOWN_MESSAGE = "FE 02 08 01 01 A3 1E 00 34 12";
    private static final Heartbeat ARMED = new Heartbeat(2, 0x81, 4);

    @Test
    void bothVersionsAreRead() {
        assertThat(read(HEARTBEAT_V1)).containsExactly(new Frame(1, 1, ARMED));
        assertThat(read(HEARTBEAT_V2)).containsExactly(new Frame(1, 1, ARMED));
    }

    @Test
    void aSignatureIsKeptWithItsFrame() {
        Datagram read = Datagram.read(joined(bytes(HEARTBEAT_SIGNED), bytes(HEARTBEAT_V1)));
        assertThat(read.frames()).extracting(Frame::message).containsExactly(ARMED, ARMED);
        assertThat(read.frames()).extracting(frame -> frame.signature() != null).containsExactly(true, false);
        assertThat(read.garbageBytes()).isZero();
    }

    @Test
    void aPositionHasTheUnitsOfThisProject() {
        assertThat(read("FE 1C 08 01 01 21 E1 79 01 00 28 24 3D 1C 28 5C 17 05 C0 39 06 00 14 50 00 00 "
                        + "2C 01 70 FE 00 00 78 69 75 22"))
                .containsExactly(new Frame(1, 1, new GlobalPosition(96_737, 47.3769, 8.5417, 20.5, 5, 270)));
    }

    @Test
    void zerosThatVersion2LeavesOutAreFilledIn() {
        assertThat(read("FD 18 00 00 08 01 01 21 00 00 E1 79 01 00 28 24 3D 1C 28 5C 17 05 C0 39 06 00 14 50 00 00 "
                        + "2C 01 70 FE 49 70"))
                .containsExactly(new Frame(1, 1, new GlobalPosition(96_737, 47.3769, 8.5417, 20.5, 5, 0)));
        assertThat(read("FD 0B 00 00 00 01 01 02 00 00 B0 0A 27 72 1F 9B 05 00 E1 79 01 CB EA"))
                .containsExactly(new Frame(1, 1, new SystemTime(1_577_934_245_006_000L, 96_737)));
    }

    @Test
    void theLandedStateIsRead() {
        assertThat(read("FD 02 00 00 09 01 01 F5 00 00 00 01 21 DB"))
                .containsExactly(new Frame(1, 1, new ExtendedSystemState(Landed.ON_GROUND)));
    }

    @Test
    void aPositionOffTheEarthIsNone() {
        for (double[] place : new double[][] {{91, 10}, {-90.1, 10}, {47, 181}, {47, 214.7483647}, {-214.7483648, 8}}) {
            ByteBuffer wild = new Frames(1).position(1, place[0], place[1], 5);
            assertThat(Datagram.read(wild).frames())
                    .containsExactly(new Frame(1, 1, new GlobalPosition(1, null, null, 5, 0, 0)));
        }
    }

    @Test
    void aDamagedFrameIsCountedAndTheNextOneFound() {
        ByteBuffer damaged = bytes(HEARTBEAT_V1).put(12, (byte) 0x01);
        Datagram read = Datagram.read(
                joined(bytes("00 13 37"), bytes(HEARTBEAT_V1), damaged, bytes(UNKNOWN_MESSAGE), bytes(HEARTBEAT_V2)));
        assertThat(read).isEqualTo(new Datagram(List.of(new Frame(1, 1, ARMED), new Frame(1, 1, ARMED)), 1, 1, 3 + 16));
    }

    @Test
    void aFrameThatIsCutOffIsGarbage() {
        ByteBuffer cut = bytes(HEARTBEAT_V1).limit(10).slice();
        assertThat(Datagram.read(cut)).isEqualTo(new Datagram(List.of(), 0, 0, 10));
    }

    @Test
    void aFrameWithAFlagNobodyKnowsIsSkipped() {
        ByteBuffer newer = bytes(HEARTBEAT_V2).put(2, (byte) 0x02);
        assertThat(Datagram.read(newer)).isEqualTo(new Datagram(List.of(), 0, 1, 0));
    }

    private static List<Frame> read(String hex) {
        return Datagram.read(bytes(hex)).frames();
    }
}
