package io.dronedelivery.mavlink.autopilot;

import io.dronedelivery.contracts.Network;
import io.dronedelivery.contracts.drone.SetAside;
import io.dronedelivery.mavlink.frame.Frame;
import io.dronedelivery.mavlink.frame.Signature;
import io.dronedelivery.mavlink.frame.SigningKey;
import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who may send in the name of a drone: those in its networks, with its signature if it has a key. Not for several threads. */
public final class Senders {
    private final List<Network> networks;
    private final @Nullable SigningKey key;
    private final SignedStreams streams = new SignedStreams();

    /** Why a frame is not heard. */
    public enum Denial {
        NO_NETWORKS(SetAside.Reason.FOREIGN_ADDRESS, "no networks are registered for the drone: register it again"),
        FOREIGN_ADDRESS(SetAside.Reason.FOREIGN_ADDRESS, "the address is in none of the drone's networks"),
        UNSIGNED(SetAside.Reason.BAD_SIGNATURE, "it is not signed, but the drone has a key"),
        WRONG_SIGNATURE(SetAside.Reason.BAD_SIGNATURE, "it is not signed with the drone's key"),
        LATE(
                SetAside.Reason.BAD_SIGNATURE,
                "it was signed more than a minute ago: one of the clocks is wrong, or it was recorded"),
        /** Also of an honest frame that arrives twice, so it is for nobody to act on. */
        REPEATED(SetAside.Reason.BAD_SIGNATURE, "a later one of its stream was heard before");

        private final SetAside.Reason reason;
        private final String detail;

        Denial(SetAside.Reason reason, String detail) {
            this.reason = reason;
            this.detail = detail;
        }

        /** As what operators see it. */
        public SetAside.Reason reason() {
            return reason;
        }

        /** What is wrong, in words. */
        public String detail() {
            return detail;
        }
    }

    /**
     * The senders of one drone.
     *
     * @param networks where it sends from; of one without any, nothing is heard
     * @param key absent if it does not sign
     */
    public Senders(List<Network> networks, @Nullable SigningKey key) {
        this.networks = List.copyOf(networks);
        this.key = key;
    }

    /**
     * Why this frame is not heard; empty if it is.
     *
     * @param now the real time
     */
    public Optional<Denial> denial(Frame frame, Source source, Instant now) {
        if (networks.isEmpty()) {
            return Optional.of(Denial.NO_NETWORKS);
        }
        InetAddress address = source.address();
        if (networks.stream().noneMatch(network -> network.includes(address))) {
            return Optional.of(Denial.FOREIGN_ADDRESS);
        }
        return key == null ? Optional.empty() : denial(frame, key, now);
    }

    private Optional<Denial> denial(Frame frame, SigningKey drones, Instant now) {
        Signature signature = frame.signature();
        if (signature == null) {
            return Optional.of(Denial.UNSIGNED);
        }
        if (!signature.isMadeWith(drones)) {
            return Optional.of(Denial.WRONG_SIGNATURE);
        }
        return switch (streams.take(frame, signature, now)) {
            case NEXT -> Optional.empty();
            case REPEATED -> Optional.of(Denial.REPEATED);
            case LATE -> Optional.of(Denial.LATE);
        };
    }
}
