package io.dronedelivery.local.chaos.proxy;

import io.dronedelivery.local.chaos.proxy.Disturbance.Cut;
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

/** A TCP proxy in front of a server on loopback. It disturbs the connections when told to. */
public final class Proxy implements AutoCloseable {
    private final InetSocketAddress target;
    private final TrafficControl traffic;
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private final int port;
    private @Nullable ServerSocket listener;
    private Thread acceptor;

    private Proxy(ServerSocket listener, InetSocketAddress target, RandomGenerator random) {
        this.listener = listener;
        this.port = listener.getLocalPort();
        this.target = target;
        this.traffic = new TrafficControl(random);
        this.acceptor = acceptor(listener);
    }

    /**
     * Opens a proxy without a disturbance.
     *
     * @param port the port on loopback to listen on; 0 for any free one
     * @param targetPort the server's port on loopback; the server may start later
     * @param random for the jitter; used by many threads
     * @throws UncheckedIOException if the port is taken
     */
    public static Proxy open(int port, int targetPort, RandomGenerator random) {
        Proxy proxy = new Proxy(listen(port), loopback(targetPort), random);
        proxy.acceptor.start();
        return proxy;
    }

    /** The port to connect to. */
    public int port() {
        return port;
    }

    /** Replaces the disturbance of all connections, from now on. */
    public synchronized void disturb(Disturbance disturbance) {
        traffic.become(disturbance);
        if (disturbance instanceof Cut) {
            stopListening();
        } else {
            connections.stream().filter(Connection::lossy).forEach(Connection::reset);
            listenAgain();
        }
    }

    /** The disturbance at present. */
    public Disturbance disturbance() {
        return traffic.now();
    }

    @Override
    public void close() {
        disturb(new Cut());
    }

    private void stopListening() {
        try {
            if (listener != null) {
                listener.close();
                acceptor.join(); // the port is free only then
            }
            listener = null;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        connections.forEach(Connection::reset);
    }

    private void listenAgain() {
        if (listener == null) {
            ServerSocket open = listen(port);
            listener = open;
            acceptor = acceptor(open);
            acceptor.start();
        }
    }

    private Thread acceptor(ServerSocket open) {
        return Thread.ofVirtual().name("proxy-" + port).unstarted(() -> acceptAll(open));
    }

    private void acceptAll(ServerSocket open) {
        try {
            while (true) {
                forward(open, open.accept());
            }
        } catch (IOException closed) {
            return;
        }
    }

    /** If the listener closes meanwhile, either this method resets the connection, or the one that closes it does. */
    private void forward(ServerSocket through, Socket client) {
        Connection connection = new Connection(client, traffic, connections::remove);
        connections.add(connection);
        if (through.isClosed()) {
            connection.reset();
        }
        Thread.ofVirtual().start(() -> connection.forward(target));
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
