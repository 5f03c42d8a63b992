package io.dronedelivery.mavlink.autopilot;

import java.net.InetAddress;

/**
 * Where messages are sent from: an address and a port.
 *
 * @param host the address in digits, not a name
 */
public record Source(String host, int port) {

    /** The address alone, without the interface that an IPv6 address may name. */
    InetAddress address() {
        int zone = host.indexOf('%');
        return InetAddress.ofLiteral(zone < 0 ? host : host.substring(0, zone));
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
