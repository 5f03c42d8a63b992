package io.dronedelivery.local.chaos.load;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.dronedelivery.contracts.Json;
import io.dronedelivery.local.access.Credentials;
import io.dronedelivery.local.customer.DeliveryOrder;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;

/** A client that disconnects in the middle of its order, or before the answer. */
record DisconnectingClient(URI deliveries, Credentials credentials) {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    /**
     * Sends an order and disconnects.
     *
     * @param whole whether the whole order is sent, so that it may be carried out
     */
    void order(String account, String key, DeliveryOrder order, boolean whole) {
        byte[] body = Json.bytes(order);
        String head = """
                POST %s HTTP/1.1\r
                Host: %s\r
                Content-Type: application/json\r
                Content-Length: %d\r
                Authorization: %s\r
                Idempotency-Key: "%s"\r
                \r
                """.formatted(
                        deliveries.getPath(),
                        deliveries.getAuthority(),
                        body.length,
                        credentials.customer(account).value(),
                        key);
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(deliveries.getHost(), deliveries.getPort()), (int)
                    CONNECT_TIMEOUT.toMillis());
            OutputStream out = socket.getOutputStream();
            out.write(head.getBytes(US_ASCII));
            out.write(body, 0, whole ? body.length : body.length / 2);
            out.flush();
        } catch (IOException alreadyBroken) {
            return;
        }
    }
}
