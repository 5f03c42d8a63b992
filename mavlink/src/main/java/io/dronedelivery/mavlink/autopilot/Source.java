package io.dronedelivery.mavlink.autopilot;

/** Where messages are sent from: an address and a port. */
public record Source(String host, int port) {
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
