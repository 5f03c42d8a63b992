package io.dronedelivery.bench.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ResponseBytesTest {
    private static final int ACCEPTED = 202;
    private static final int OK = 200;
    private static final int NO_CONTENT = 204;

    @Test
    void aResponseEndsWhereItsLengthSays() {
        String response = "HTTP/1.1 202 Accepted\r\nContent-Length: 5\r\n\r\nhello";

        assertThat(status(response)).isEqualTo(ACCEPTED);
        assertThat(status(response.substring(0, response.length() - 1))).isEqualTo(ResponseBytes.INCOMPLETE);
        assertThat(status("HTTP/1.1 202 Acc")).isEqualTo(ResponseBytes.INCOMPLETE);
    }

    @Test
    void aChunkedResponseEndsWithItsLastChunk() {
        String head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";

        assertThat(status(head + "5\r\nhello\r\n")).isEqualTo(ResponseBytes.INCOMPLETE);
        assertThat(status(head + "5\r\nhello\r\n0\r\n\r\n")).isEqualTo(OK);
        assertThat(status(head + "0\r\n\r\n")).isEqualTo(OK);
    }

    @Test
    void aResponseWithoutABodyEndsWithItsHead() {
        assertThat(status("HTTP/1.1 204 No Content\r\n\r\n")).isEqualTo(NO_CONTENT);
    }

    private static int status(String response) {
        byte[] bytes = response.getBytes(US_ASCII);
        return ResponseBytes.status(bytes, bytes.length);
    }
}
