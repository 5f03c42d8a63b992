package io.dronedelivery.local.chaos.proxy;

import io.dronedelivery.local.chaos.proxy.Disturbance.LostAnswers;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.function.Consumer;

/** One connection through a proxy: two sockets, and a thread for each direction. */
final class Connection {
    private static final int CHUNK_BYTES = 16 << 10;
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    /** The direction, as the client sees it. */
    private enum Direction {
        REQUESTS,
        ANSWERS
    }

    private final Socket client;
    private final Socket server = new Socket();
    private final TrafficControl traffic;
    private final Consumer<Connection> whenEnded;
    private volatile boolean lossy;

    Connection(Socket client, TrafficControl traffic, Consumer<Connection> whenEnded) {
        this.client = client;
        this.traffic = traffic;
        this.whenEnded = whenEnded;
    }

    /** Connects to the server, and forwards the bytes of both sides until either ends. */
    void forward(InetSocketAddress target) {
        try {
            server.connect(target, (int) CONNECT_TIMEOUT.toMillis());
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            Thread answers = Thread.ofVirtual().start(() -> pump(server, client, Direction.ANSWERS));
            pump(client, server, Direction.REQUESTS);
            answers.join();
        } catch (IOException unreachable) {
            reset();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            reset();
        } finally {
            close(client);
            close(server);
            whenEnded.accept(this);
        }
    }

    /** A side that ends its sending may still receive: its end is passed on. A broken side breaks both. */
    private void pump(Socket from, Socket to, Direction direction) {
        try {
            byte[] chunk = new byte[CHUNK_BYTES];
            int count = from.getInputStream().read(chunk);
            while (count >= 0) {
                if (arrives(direction)) {
                    to.getOutputStream().write(chunk, 0, count);
                }
                count = from.getInputStream().read(chunk);
            }
            if (arrives(direction)) {
                to.shutdownOutput();
            }
        } catch (IOException broken) {
            reset();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            reset();
        }
    }

    private boolean arrives(Direction direction) throws InterruptedException {
        if (traffic.awaitArrival() instanceof LostAnswers && direction == Direction.ANSWERS) {
            lossy = true;
        }
        return direction == Direction.REQUESTS || !lossy;
    }

    /** Whether bytes were lost, so that the connection is of no use any more. */
    boolean lossy() {
        return lossy;
    }

    /** Resets both sides. Does nothing if they have ended. */
    void reset() {
        reset(client);
        reset(server);
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0); // the other side gets a reset, and unread bytes are dropped
        } catch (IOException ended) {
            return;
        }
        close(socket);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            return;
        }
    }
}
