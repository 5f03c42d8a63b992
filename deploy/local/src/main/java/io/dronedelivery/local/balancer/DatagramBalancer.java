package io.dronedelivery.local.balancer;

import io.dronedelivery.local.project.Instance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * Listens on the UDP port for MAVLink. The datagrams of one source go to one instance for as long as that is ready, since an
 * instance remembers which source of a drone it has heard. Each source has a socket of its own towards the instance, so that
 * sources can still be told apart. Nothing is sent back, since by MAVLink nothing is ordered.
 */
final class DatagramBalancer implements AutoCloseable {
    private static final int DATAGRAM_BYTES_MAX = 65_535;
    private static final int RECEIVE_BUFFER_BYTES = 1 << 20; // what many drones send at once while a thread is held up
    private static final int SOURCES_MAX = 1_000;
    private static final float LOAD_FACTOR = 0.75f;

    private final DatagramChannel incoming;
    private final ReadyInstances instances;
    private final ToIntFunction<Instance> ports;
    private final Map<SocketAddress, Flow> flows = new LinkedHashMap<>(16, LOAD_FACTOR, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<SocketAddress, Flow> eldest) {
            if (size() > SOURCES_MAX) {
                DatagramBalancer.close(eldest.getValue().socket());
                return true;
            }
            return false;
        }
    };

    /** The datagrams of one source: the socket that sends them on, and the instance that they go to. */
    private record Flow(DatagramChannel socket, Instance instance) {}

    private DatagramBalancer(DatagramChannel incoming, ReadyInstances instances, ToIntFunction<Instance> ports) {
        this.incoming = incoming;
        this.instances = instances;
        this.ports = ports;
    }

    /**
     * Begins to listen.
     *
     * @param port the UDP port on loopback; 0 for any that is free
     * @param ports the port of each instance
     * @throws UncheckedIOException if the port is taken
     */
    static DatagramBalancer open(int port, ReadyInstances instances, ToIntFunction<Instance> ports) {
        try {
            DatagramChannel incoming = DatagramChannel.open()
                    .setOption(StandardSocketOptions.SO_RCVBUF, RECEIVE_BUFFER_BYTES)
                    .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            DatagramBalancer balancer = new DatagramBalancer(incoming, instances, ports);
            Thread.ofPlatform().daemon().name("mavlink-balancer").start(balancer::passOn);
            return balancer;
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }

    private void passOn() {
        ByteBuffer datagram = ByteBuffer.allocate(DATAGRAM_BYTES_MAX);
        while (incoming.isOpen()) {
            try {
                SocketAddress source = incoming.receive(datagram.clear());
                Flow flow = flow(source);
                flow.socket().send(datagram.flip(), address(flow.instance()));
            } catch (IOException lostOrClosed) {
                continue; // any datagram may be lost
            }
        }
        flows.values().forEach(flow -> close(flow.socket()));
    }

    private Flow flow(SocketAddress source) throws IOException {
        Flow known = flows.get(source);
        if (known != null && instances.isReady(known.instance())) {
            return known;
        }
        DatagramChannel socket = known == null ? DatagramChannel.open() : known.socket();
        Flow flow = new Flow(socket, instances.inTurn().getFirst());
        flows.put(source, flow);
        return flow;
    }

    private InetSocketAddress address(Instance instance) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), ports.applyAsInt(instance));
    }

    /** The port on which it listens. */
    int port() throws IOException {
        return ((InetSocketAddress) incoming.getLocalAddress()).getPort();
    }

    @Override
    public void close() {
        close(incoming);
    }

    private static void close(DatagramChannel channel) {
        try {
            channel.close();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
