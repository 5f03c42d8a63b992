package io.dronedelivery.gateway.limit;

import java.math.BigInteger;
import java.net.InetAddress;

/**
 * The addresses that begin alike.
 *
 * @param bytes how long such an address is
 * @param start what they have in common
 * @param rest how many bits come after that
 */
record Network(int bytes, BigInteger start, int rest) {

    /** Reads <code>10.0.0.0/8</code>, <code>2001:db8::/32</code>, or one address. Fails where it is neither. */
    static Network parse(String text) {
        String[] parts = text.strip().split("/", 2);
        InetAddress address = InetAddress.ofLiteral(parts[0]);
        int all = bits(address);
        int alike = parts.length == 1 ? all : Integer.parseInt(parts[1]);
        if (alike < 0 || alike > all) {
            throw new IllegalArgumentException("no such network: " + text);
        }
        return of(address, all - alike);
    }

    private static Network of(InetAddress address, int rest) {
        byte[] bytes = address.getAddress();
        return new Network(bytes.length, new BigInteger(1, bytes).shiftRight(rest), rest);
    }

    private static int bits(InetAddress address) {
        return address.getAddress().length * Byte.SIZE;
    }

    boolean contains(InetAddress address) {
        return bits(address) == bytes * Byte.SIZE && of(address, rest).equals(this);
    }
}
