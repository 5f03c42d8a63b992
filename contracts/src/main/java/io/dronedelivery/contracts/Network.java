package io.dronedelivery.contracts;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The addresses that begin with the same bits.
 *
 * @param first the lowest of them
 * @param prefixBits how many bits they have in common: 0 to 32 of IPv4, 0 to 128 of IPv6
 */
public record Network(InetAddress first, int prefixBits) {
    private static final int IPV4_BITS = 32;
    private static final String OCTET = "(?:0|[1-9]\\d{0,2})";
    private static final String IPV4 = OCTET + "(?:\\." + OCTET + "){3}";
    private static final String IPV6 = "(?=[^/]*:)[0-9A-Fa-f:.]+";
    private static final Pattern CIDR =
            Pattern.compile("(?<address>" + IPV4 + "|" + IPV6 + ")/(?<bits>0|[1-9]\\d{0,2})");

    /** Checks that it is a network. */
    public Network {
        if (prefixBits < 0 || prefixBits > bits(first)) {
            throw new IllegalArgumentException("must have a prefix of at most %d bits".formatted(bits(first)));
        }
        if (!Arrays.equals(masked(first, prefixBits), first.getAddress())) {
            throw new IllegalArgumentException("must have no bits set after the first " + prefixBits);
        }
    }

    /**
     * Reads a network in CIDR notation. No name is looked up.
     *
     * @throws IllegalArgumentException if it is none; the message says what is wanted
     */
    public static Network parse(String cidr) {
        Matcher parts = CIDR.matcher(cidr);
        if (!parts.matches()) {
            throw malformed();
        }
        InetAddress address = literal(parts.group("address"));
        boolean mapped = cidr.contains(":") && bits(address) == IPV4_BITS; // it is unclear which bits the prefix counts
        if (mapped) {
            throw malformed();
        }
        return new Network(address, Integer.parseInt(parts.group("bits")));
    }

    /**
     * The network of that size which has the address.
     *
     * @throws IllegalArgumentException if no address of this kind has so many bits
     */
    public static Network around(InetAddress address, int prefixBits) {
        try {
            return new Network(InetAddress.getByAddress(masked(address, prefixBits)), prefixBits);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible); // it has as many octets as the address
        }
    }

    private static InetAddress literal(String address) {
        try {
            return InetAddress.ofLiteral(address);
        } catch (IllegalArgumentException _) {
            throw malformed();
        }
    }

    private static IllegalArgumentException malformed() {
        return new IllegalArgumentException("must be a network in CIDR notation, such as 10.20.0.0/16 or fd00::/8");
    }

    /** Whether the address is one of them. */
    public boolean includes(InetAddress address) {
        return bits(address) == bits(first) && Arrays.equals(masked(address, prefixBits), first.getAddress());
    }

    private static int bits(InetAddress address) {
        return address.getAddress().length * Byte.SIZE;
    }

    private static byte[] masked(InetAddress address, int prefixBits) {
        byte[] octets = address.getAddress();
        for (int i = 0; i < octets.length; i++) {
            int kept = Math.clamp(prefixBits - (long) i * Byte.SIZE, 0, Byte.SIZE);
            octets[i] &= (byte) (0xFF << Byte.SIZE - kept);
        }
        return octets;
    }
}
