package io.dronedelivery.chassis.calls;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A service that answers every request with whatever bytes it is told to. */
public final class SocketServer implements QuarkusTestResourceLifecycleManager {

    /** What is done with a connection once a request came. */
    interface Manner {
        void with(Socket connection) throws IOException;
    }

    static final AtomicInteger REQUESTS = new AtomicInteger();
    private static volatile Manner manner = answer("");
    private static volatile String lastRequest = "";

    private final ServerSocket server = server(0);

    static void behave(Manner next) {
        manner = next;
    }

    /** The request line and the headers that came last. */
    static String lastRequest() {
        return lastRequest;
    }

    /** Those bytes, and then the end. */
    static Manner answer(String bytes) {
        return connection -> connection.getOutputStream().write(bytes.getBytes(US_ASCII));
    }

    /** An answer in HTTP. */
    static Manner http(String status, String type, String body) {
        return answer("HTTP/1.1 %s\r\nContent-Type: %s\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s"
                .formatted(status, type, body.length(), body));
    }

    /** The beginning of those bytes, and then a reset. */
    static Manner reset(String bytes) {
        return connection -> {
            answer(bytes).with(connection);
            connection.setSoLinger(true, 0);
        };
    }

    /** A port where nobody is. */
    static int deadPort() {
        try (ServerSocket once = server(0)) {
            return once.getLocalPort();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public Map<String, String> start() {
        Thread.ofVirtual().start(this::serve);
        String url = "http://localhost:" + server.getLocalPort();
        return Map.of(
                "services.packaging.url", url,
                "services.drone.url", url,
                "services.accounting.url", "http://localhost:" + deadPort());
    }

    @Override
    public void stop() {
        try {
            server.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                Socket connection = server.accept();
                Thread.ofVirtual().start(() -> serve(connection));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void serve(Socket connection) {
        try (connection) {
            BufferedReader request = new BufferedReader(new InputStreamReader(connection.getInputStream(), US_ASCII));
            StringBuilder head = new StringBuilder();
            String line = request.readLine();
            while (line != null && !line.isEmpty()) {
                head.append(line).append('\n');
                line = request.readLine();
            }
            lastRequest = head.toString();
            REQUESTS.incrementAndGet();
            manner.with(connection);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static ServerSocket server(int port) {
        try {
            return new ServerSocket(port, 100, InetAddress.getLoopbackAddress());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
