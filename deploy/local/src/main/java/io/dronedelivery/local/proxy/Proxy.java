package io.dronedelivery.local.proxy;

import io.dronedelivery.local.proxy.Disturbance.Cut;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Stands between a server on loopback and those who talk to it, and disturbs their connections when told to. */
public final class Proxy implements AutoCloseable {
    private final InetSocketAddress target;
    private final Line line;
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private final int port;
    private @Nullable ServerSocket door;

    private Proxy(ServerSocket door, InetSocketAddress target, RandomGenerator random) {
        this.door = door;
        this.port = door.getLocalPort();
        this.target = target;
        this.line = new Line(random);
    }

    /**
     * Opens a proxy, undisturbed.
     *
     * @param port the port on loopback to listen on; 0 for any free one
     * @param targetPort the server's port on loopback; nobody need listen there yet
     * @param random for what is drawn by chance; used by many threads
     * @throws UncheckedIOException where the port is taken
     */
    public static Proxy open(int port, int targetPort, RandomGenerator random) {
        ServerSocket door = listen(port);
        Proxy proxy = new Proxy(door, loopback(targetPort), random);
        proxy.welcome(door);
        return proxy;
    }

    /** The port to connect to. */
    public int port() {
        return port;
    }

    /** Disturbs all connections in this way from now on, and in no other. */
    public synchronized void disturb(Disturbance disturbance) {
        line.become(disturbance);
        if (disturbance instanceof Cut) {
            shut();
        } else {
            connections.stream().filter(Connection::lossy).forEach(Connection::reset);
            reopen();
        }
    }

    /** How it disturbs at the moment. */
    public Disturbance disturbance() {
        return line.now();
    }

    @Override
    public void close() {
        disturb(new Cut());
    }

    private void shut() {
        try {
            if (door != null) {
                door.close();
            }
            door = null;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        connections.forEach(Connection::reset);
    }

    private void reopen() {
        if (door == null) {
            door = listen(port);
            welcome(door);
        }
    }

    private void welcome(ServerSocket open) {
        Thread.ofVirtual().name("proxy-" + port).start(() -> {
            try {
                while (true) {
                    admit(open, open.accept());
                }
            } catch (IOException shut) {
                return;
            }
        });
    }

    /** Not where the door was shut while somebody stood in it. */
    private synchronized void admit(ServerSocket through, Socket client) throws IOException {
        if (through.isClosed()) {
            client.close();
            return;
        }
        Connection connection = new Connection(client, line, connections::remove);
        connections.add(connection);
        Thread.ofVirtual().start(() -> connection.carry(target));
    }

    private static ServerSocket listen(int port) {
        try {
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(loopback(port));
            return socket;
        } catch (IOException taken) {
            throw new UncheckedIOException("cannot listen on port " + port, taken);
        }
    }

    private static InetSocketAddress loopback(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }
}
