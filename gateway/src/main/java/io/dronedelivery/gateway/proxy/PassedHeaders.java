package io.dronedelivery.gateway.proxy;

import io.dronedelivery.gateway.edge.RequestId;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Which headers stay behind when a request or an answer is passed on. */
final class PassedHeaders {
    /** They concern one connection, and there are two: RFC 9110, section 7.6.1. */
    private static final Set<String> OF_THE_CONNECTION = set(
            "Connection",
            "Keep-Alive",
            "Proxy-Authenticate",
            "Proxy-Authorization",
            "Proxy-Connection",
            "TE",
            "Trailer",
            "Transfer-Encoding",
            "Upgrade");

    /** Those that somebody behind a proxy may believe: they would say who asks, from where, or for what else. */
    private static final Set<String> CLAIMS = set(
            "Account-Id",
            "Operator-Id",
            "Drone-Id",
            "Carrier-Id",
            "Forwarded",
            "Via",
            "Remote-User",
            "Remote-Addr",
            "True-Client-IP",
            "CF-Connecting-IP",
            "Fastly-Client-IP",
            "Expect", // met here
            "Cookie");

    private static final List<String> CLAIM_STARTS = List.of(
            "x-forwarded-",
            "x-real-",
            "x-remote-",
            "x-client-",
            "x-cluster-client-",
            "x-original-",
            "x-rewrite-",
            "x-http-method",
            "x-method-override",
            "x-account",
            "x-operator",
            "x-user",
            "x-auth",
            "x-scope",
            "x-ssl-",
            "ssl-client-");

    /** The trace, which whoever traces adds as its own. */
    private static final List<String> TRACE = List.of("traceparent", "tracestate", "baggage");

    /** What an answer has from the gateway, or has no business with clients. */
    private static final Set<String> OF_THE_GATEWAY =
            set(RequestId.HEADER, "RateLimit", "RateLimit-Policy", "Server", "X-Powered-By", "Via", "Set-Cookie");

    private static final String CORS_START = "access-control-";

    private PassedHeaders() {}

    /**
     * Takes out of a request what stays behind, and adds its id.
     *
     * @param traced whether the gateway traces, so that the service's part is a child of the gateway's
     */
    static void ofRequest(MultiMap headers, String requestId, boolean traced) {
        if (traced) {
            TRACE.forEach(headers::remove);
        }
        dropHopByHop(headers);
        CLAIMS.forEach(headers::remove);
        dropStarting(headers, CLAIM_STARTS);
        headers.set(RequestId.HEADER, requestId);
    }

    /** Takes out of an answer what stays behind. */
    static void ofAnswer(MultiMap headers) {
        dropHopByHop(headers);
        OF_THE_GATEWAY.forEach(headers::remove);
        dropStarting(headers, List.of(CORS_START));
    }

    private static void dropHopByHop(MultiMap headers) {
        for (String named : headers.getAll(HttpHeaders.CONNECTION)) {
            for (String name : named.split(",", -1)) {
                headers.remove(name.strip());
            }
        }
        OF_THE_CONNECTION.forEach(headers::remove);
    }

    private static void dropStarting(MultiMap headers, List<String> starts) {
        for (String name : List.copyOf(headers.names())) {
            String lower = name.toLowerCase(Locale.ROOT);
            if (starts.stream().anyMatch(lower::startsWith)) {
                headers.remove(name);
            }
        }
    }

    private static Set<String> set(String... names) {
        Set<String> set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        set.addAll(List.of(names));
        return set;
    }
}
