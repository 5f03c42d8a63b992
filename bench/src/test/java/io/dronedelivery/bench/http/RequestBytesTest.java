package io.dronedelivery.bench.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestBytesTest {
    private static final URI TARGET = URI.create("http://localhost:8080/api/v2/deliveries");

    @Test
    void aRequestWithABodySaysItsLength() {
        byte[] request = RequestBytes.post(TARGET, Map.of("Idempotency-Key", "\"k\""), "{}".getBytes(US_ASCII));

        assertThat(new String(request, US_ASCII))
                .isEqualTo("POST /api/v2/deliveries HTTP/1.1\r\nHost: localhost:8080\r\nAccept: application/json\r\n"
                        + "Idempotency-Key: \"k\"\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}");
    }

    @Test
    void aRequestThatReadsHasNoBody() {
        assertThat(new String(RequestBytes.get(TARGET, Map.of()), US_ASCII))
                .isEqualTo(
                        "GET /api/v2/deliveries HTTP/1.1\r\nHost: localhost:8080\r\nAccept: application/json\r\n\r\n");
    }
}
