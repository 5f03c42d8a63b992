package io.dronedelivery.mavlink.frame;

import static io.dronedelivery.mavlink.frame.Frames.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The signed frames were written by pymavlink 2.4.50. */
class SignatureTest {
    private static final SigningKey KEY =
            SigningKey.ofHex("000102030405060708090A0B0C0D0E0F101112131415161718191a1b1c1d1e1f");
    private static final SigningKey KEY_OF_ONES = SigningKey.ofHex("F".repeat(64));
    /** 4,200 days after the start of 2015, in units of 10 µs. */
    private static final long TIMESTAMP = 36_288_000_000_000L;

    private static final String HEARTBEAT = "FD 09 01 00 00 01 01 00 00 00 00 00 00 00 02 03 81 04 03 78 1E "
            + "03 00 80 59 F5 00 21 3C E6 C5 4E 9E 28";
    private static final String POSITION = "FD 1C 01 00 00 01 01 21 00 00 E1 79 01 00 28 24 3D 1C 28 5C 17 05 "
            + "80 1A 06 00 14 50 00 00 2C 01 70 FE 00 00 78 69 B7 15 03 01 80 59 F5 00 21 39 BD CE 3A 5C A5";
    private static final String LAST_TIMESTAMP_OF_ALL =
            "FD 0B 01 00 00 07 01 02 00 00 B0 0A 27 72 1F 9B 05 00 E1 79 01 "
                    + "BF 55 FF FE FF FF FF FF FF 88 8C AF 51 FB 95";

    @Test
    void whoHadTheKeyIsTold() {
        for (String frame : new String[] {HEARTBEAT, POSITION}) {
            assertThat(signature(bytes(frame)).isMadeWith(KEY)).isTrue();
            assertThat(signature(bytes(frame)).isMadeWith(KEY_OF_ONES)).isFalse();
        }
        assertThat(signature(bytes(LAST_TIMESTAMP_OF_ALL)).isMadeWith(KEY_OF_ONES))
                .isTrue();
    }

    @Test
    void itTellsLinkAndTimestamp() {
        assertThat(signature(bytes(HEARTBEAT)).link()).isEqualTo(3);
        assertThat(signature(bytes(HEARTBEAT)).timestamp()).isEqualTo(TIMESTAMP);
        assertThat(signature(bytes(POSITION)).timestamp()).isEqualTo(TIMESTAMP + 1);
        assertThat(signature(bytes(LAST_TIMESTAMP_OF_ALL)).link()).isEqualTo(255);
        assertThat(signature(bytes(LAST_TIMESTAMP_OF_ALL)).timestamp()).isEqualTo((1L << 48) - 2);
    }

    @Test
    void aFrameIsSignedAsTheReferenceDoes() {
        ByteBuffer plain = bytes("FD 09 00 00 00 01 01 00 00 00 00 00 00 00 02 03 81 04 03 00 00");
        assertThat(Frames.signed(plain, KEY, 3, TIMESTAMP)).isEqualTo(bytes(HEARTBEAT));
    }

    @Test
    void whateverBitOfLinkTimestampOrSignatureIsChangedItIsWrong() {
        ByteBuffer right = bytes(HEARTBEAT);
        for (int bit = (right.limit() - Signature.LENGTH) * Byte.SIZE; bit < right.limit() * Byte.SIZE; bit++) {
            ByteBuffer wrong = bytes(HEARTBEAT);
            int at = bit / Byte.SIZE;
            wrong.put(at, (byte) (wrong.get(at) ^ 1 << bit % Byte.SIZE));
            assertThat(signature(wrong).isMadeWith(KEY)).as("bit %d", bit).isFalse();
        }
    }

    @Test
    void aFrameAmongOthersIsSignedByItself() {
        ByteBuffer datagram = Frames.joined(bytes(POSITION), bytes(HEARTBEAT), bytes(POSITION));
        assertThat(Datagram.read(datagram).frames()).hasSize(3).allSatisfy(frame -> assertThat(
                        Objects.requireNonNull(frame.signature()).isMadeWith(KEY))
                .isTrue());
    }

    @Test
    void aKeyHas64HexadecimalDigitsAndIsNotShown() {
        for (String none : new String[] {"", "0".repeat(63), "0".repeat(65), "secret-g".repeat(8)}) {
            assertThatThrownBy(() -> SigningKey.ofHex(none))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("a key has 64 hexadecimal digits");
        }
        assertThat(KEY).hasToString("SigningKey[hidden]");
    }

    private static Signature signature(ByteBuffer datagram) {
        return Objects.requireNonNull(
                Datagram.read(datagram).frames().getFirst().signature());
    }
}
