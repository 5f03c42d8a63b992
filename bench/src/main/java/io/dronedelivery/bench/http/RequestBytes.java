package io.dronedelivery.bench.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.net.URI;
import java.util.Map;

/** Whole requests of HTTP/1.1 as bytes, prepared so that sending one costs the load generator little. */
public final class RequestBytes {
    private static final byte[] EMPTY = {};

    private RequestBytes() {}

    /** A request without a body. */
    public static byte[] get(URI target, Map<String, String> headers) {
        return of("GET", target, headers, EMPTY);
    }

    /** A request with a body of JSON. */
    public static byte[] post(URI target, Map<String, String> headers, byte[] body) {
        return of("POST", target, headers, body);
    }

    private static byte[] of(String method, URI target, Map<String, String> headers, byte[] body) {
        StringBuilder head = new StringBuilder()
                .append(method)
                .append(' ')
                .append(target.getRawPath())
                .append(" HTTP/1.1\r\nHost: ")
                .append(target.getAuthority())
                .append("\r\nAccept: application/json\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        if (body.length > 0) {
            head.append("Content-Type: application/json\r\n");
        }
        if (!method.equals("GET")) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        byte[] begin = head.append("\r\n").toString().getBytes(US_ASCII);
        byte[] whole = new byte[begin.length + body.length];
        System.arraycopy(begin, 0, whole, 0, begin.length);
        System.arraycopy(body, 0, whole, begin.length, body.length);
        return whole;
    }
}
