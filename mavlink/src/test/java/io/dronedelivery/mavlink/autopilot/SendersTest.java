package io.dronedelivery.mavlink.autopilot;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.Network;
import io.dronedelivery.mavlink.autopilot.Senders.Denial;
import io.dronedelivery.mavlink.frame.Datagram;
import io.dronedelivery.mavlink.frame.Frames;
import io.dronedelivery.mavlink.frame.SigningKey;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SendersTest {
    private static final SigningKey KEY = SigningKey.ofHex("5".repeat(64));
    private static final List<Network> NETWORKS = List.of(Network.parse("10.20.0.0/16"), Network.parse("fd00::/8"));
    private static final Source INSIDE = new Source("10.20.0.7", 14_550);
    private static final Instant NOW = Instant.parse("2026-07-02T00:00:00Z");
    /** 4,200 days after the start of 2015, in units of 10 µs. */
    private static final long TIMESTAMP = 36_288_000_000_000L;

    private static final long MINUTE = 6_000_000;
    private static final int LINK = 3;

    private final Frames frames = new Frames(7);
    private final Senders unsigned = new Senders(NETWORKS, null);
    private final Senders signed = new Senders(NETWORKS, KEY);

    @Test
    void theAddressDecidesAndNotThePort() {
        for (String host : List.of("10.20.0.7", "10.20.255.255", "fd00::7", "fd00:0:0:0:0:0:0:7%eth7")) {
            assertThat(denial(unsigned, new Source(host, 1), heartbeat())).isEmpty();
            assertThat(denial(unsigned, new Source(host, 65_535), heartbeat())).isEmpty();
        }
        for (String host : List.of("10.21.0.7", "127.0.0.1", "fe80::7", "0:0:0:0:0:0:0:1")) {
            assertThat(denial(unsigned, new Source(host, 14_550), heartbeat())).contains(Denial.FOREIGN_ADDRESS);
        }
    }

    @Test
    void ofADroneWithoutNetworksNothingIsHeard() {
        assertThat(denial(new Senders(List.of(), null), INSIDE, heartbeat())).contains(Denial.NO_NETWORKS);
        assertThat(denial(new Senders(List.of(), KEY), INSIDE, sign(LINK, TIMESTAMP)))
                .contains(Denial.NO_NETWORKS);
    }

    @Test
    void aDroneWithoutAKeyIsHeardSignedOrNot() {
        assertThat(denial(unsigned, INSIDE, sign(LINK, 0))).isEmpty();
        assertThat(denial(unsigned, INSIDE, sign(LINK, 0))).isEmpty();
        assertThat(denial(unsigned, INSIDE, heartbeat())).isEmpty();
    }

    @Test
    void aDroneWithAKeyIsHeardOnlyIfItSignsWithIt() {
        SigningKey another = SigningKey.ofHex("6".repeat(64));
        assertThat(denial(signed, INSIDE, heartbeat())).contains(Denial.UNSIGNED);
        assertThat(denial(signed, INSIDE, frames.battery(50))).contains(Denial.UNSIGNED);
        assertThat(denial(signed, INSIDE, Frames.signed(heartbeat(), another, LINK, TIMESTAMP)))
                .contains(Denial.WRONG_SIGNATURE);
        assertThat(denial(signed, INSIDE, sign(LINK, TIMESTAMP))).isEmpty();
    }

    @Test
    void theRightSignatureDoesNotHelpFromAForeignAddress() {
        Source outside = new Source("10.30.0.1", INSIDE.port());
        assertThat(denial(signed, outside, sign(LINK, TIMESTAMP))).contains(Denial.FOREIGN_ADDRESS);
        assertThat(denial(signed, INSIDE, sign(LINK, TIMESTAMP))).isEmpty();
    }

    @Test
    void theTimestampsOfAStreamRise() {
        assertThat(denial(signed, INSIDE, sign(LINK, TIMESTAMP))).isEmpty();
        assertThat(denial(signed, INSIDE, sign(LINK, TIMESTAMP))).contains(Denial.REPEATED);
        assertThat(denial(signed, INSIDE, sign(LINK, TIMESTAMP - 1))).contains(Denial.REPEATED);
        assertThat(denial(signed, INSIDE, sign(LINK, TIMESTAMP + 1))).isEmpty();
        assertThat(denial(signed, INSIDE, sign(LINK + 1, TIMESTAMP)))
                .as("another link")
                .isEmpty();
    }

    @Test
    void theFirstOfAStreamIsAtMostAMinuteBehindOurClock() {
        assertThat(denial(signed, INSIDE, sign(LINK, TIMESTAMP - MINUTE - 1))).contains(Denial.LATE);
        assertThat(denial(signed, INSIDE, sign(LINK, TIMESTAMP - MINUTE))).isEmpty();
        Instant later = NOW.plus(Duration.ofHours(1));
        assertThat(denial(signed, INSIDE, sign(LINK, TIMESTAMP - MINUTE + 1), later))
                .as("the stream goes on")
                .isEmpty();
    }

    @Test
    void theFirstOfAStreamIsAtMostAMinuteBehindAnotherOfTheDrone() {
        long ahead = TIMESTAMP + 60 * MINUTE;
        assertThat(denial(signed, INSIDE, sign(LINK, ahead))).isEmpty();
        assertThat(denial(signed, INSIDE, sign(LINK + 1, ahead - MINUTE - 1))).contains(Denial.LATE);
        assertThat(denial(signed, INSIDE, sign(LINK + 1, ahead - MINUTE))).isEmpty();
    }

    @Test
    void aWrongSignatureMovesNoTimestamp() {
        ByteBuffer forged = sign(LINK, TIMESTAMP + 60 * MINUTE);
        forged.put(forged.limit() - 1, (byte) (forged.get(forged.limit() - 1) ^ 1));
        assertThat(denial(signed, INSIDE, forged)).contains(Denial.WRONG_SIGNATURE);
        assertThat(denial(signed, INSIDE, sign(LINK, TIMESTAMP))).isEmpty();
    }

    private ByteBuffer heartbeat() {
        return frames.heartbeat(true);
    }

    private ByteBuffer sign(int link, long timestamp) {
        return Frames.signed(heartbeat(), KEY, link, timestamp);
    }

    private static Optional<Denial> denial(Senders senders, Source source, ByteBuffer datagram) {
        return denial(senders, source, datagram, NOW);
    }

    private static Optional<Denial> denial(Senders senders, Source source, ByteBuffer datagram, Instant now) {
        return senders.denial(Datagram.read(datagram).frames().getFirst(), source, now);
    }
}
