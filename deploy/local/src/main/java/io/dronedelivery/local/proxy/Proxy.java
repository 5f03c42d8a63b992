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
    private Thread doorman;

    private Proxy(ServerSocket door, InetSocketAddress target, RandomGenerator random) {
        this.door = door;
        this.port = door.getLocalPort();
        this.target = target;
        this.line = new Line(random);
        this.doorman = doorman(door);
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
        Proxy proxy = new Proxy(listen(port), loopback(targetPort), random);
        proxy.doorman.start();
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
                doorman.join(); // until then the system keeps the port
            }
            door = null;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        connections.forEach(Connection::reset);
    }

    private void reopen() {
        if (door == null) {
            ServerSocket open = listen(port);
            door = open;
            doorman = doorman(open);
            doorman.start();
        }
    }

    private Thread doorman(ServerSocket open) {
        return Thread.ofVirtual().name("proxy-" + port).unstarted(() -> welcome(open));
    }

    private void welcome(ServerSocket open) {
        try {
            while (true) {
                admit(open, open.accept());
            }
        } catch (IOException shut) {
            return;
        }
    }

    /** Where the door is shut while somebody stands in it, either this sees it, or who shuts it sees the connection. */
    private void admit(ServerSocket through, Socket client) {
        Connection connection = new Connection(client, line, connections::remove);
        connections.add(connection);
        if (through.isClosed()) {
            connection.reset();
        }
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
