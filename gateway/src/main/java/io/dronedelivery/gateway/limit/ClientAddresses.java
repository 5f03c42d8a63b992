package io.dronedelivery.gateway.limit;

import io.dronedelivery.contracts.Network;
import io.dronedelivery.gateway.edge.EdgeConfig;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import jakarta.inject.Singleton;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * From which address a request comes. That is its connection's, unless a proxy in front of the gateway has it: then the last
 * one in <code>X-Forwarded-For</code> that is no such proxy, since whatever is before that the client may have made up.
 */
@Singleton
class ClientAddresses {
    private static final String FORWARDED_FOR = "X-Forwarded-For";
    private static final Pattern ENTRY =
            Pattern.compile("\\[([0-9A-Fa-f:.]+)](?::\\d+)?|([0-9.]+)(?::\\d+)?|([0-9A-Fa-f:.]+)");
    private static final int SITE_BYTES = 8;

    private final List<Network> proxies;

    ClientAddresses(EdgeConfig config) {
        this.proxies = config.trustedProxies().orElse(List.of()).stream()
                .map(ClientAddresses::network)
                .toList();
    }

    /** Reads <code>10.0.0.0/8</code>, <code>2001:db8::/32</code>, or one address. Fails where it is neither. */
    static Network network(String text) {
        String[] parts = text.strip().split("/", 2);
        InetAddress address = InetAddress.ofLiteral(parts[0]);
        return Network.around(
                address, parts.length == 1 ? address.getAddress().length * Byte.SIZE : Integer.parseInt(parts[1]));
    }

    /** The address of a request's client; of IPv6 the first half, which one client has to itself. */
    String of(HttpServerRequest request) {
        return connection(request.remoteAddress())
                .map(nearest -> name(client(nearest, request)))
                .orElse("");
    }

    private InetAddress client(InetAddress connection, HttpServerRequest request) {
        String forwarded = String.join(",", request.headers().getAll(FORWARDED_FOR));
        List<String> hops = Arrays.asList(forwarded.split(","));
        InetAddress client = connection;
        for (String hop : hops.reversed()) {
            Optional<InetAddress> next = isProxy(client) ? literal(hop.strip()) : Optional.empty();
            if (next.isEmpty()) {
                return client;
            }
            client = next.get();
        }
        return client;
    }

    private boolean isProxy(InetAddress address) {
        return proxies.stream().anyMatch(network -> network.includes(address));
    }

    private static Optional<InetAddress> connection(SocketAddress remote) {
        return Optional.ofNullable(remote)
                .map(SocketAddress::hostAddress)
                .map(address -> address.replaceFirst("%.*", ""))
                .map(InetAddress::ofLiteral);
    }

    private static Optional<InetAddress> literal(String hop) {
        Matcher entry = ENTRY.matcher(hop);
        if (!entry.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(entry.group(1))
                    .or(() -> Optional.ofNullable(entry.group(2)))
                    .or(() -> Optional.ofNullable(entry.group(3)))
                    .map(InetAddress::ofLiteral);
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    private static String name(InetAddress address) {
        return address instanceof Inet6Address
                ? HexFormat.of().formatHex(address.getAddress(), 0, SITE_BYTES)
                : address.getHostAddress();
    }
}
