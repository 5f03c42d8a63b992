package io.dronedelivery.local.replay;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.Random;

/** The radio link to the drone service's MAVLink port, which may duplicate frames or lose some of them. */
final class Link implements AutoCloseable {

    /** The faults of the link. */
    record Faults(boolean doubled, int dropPercent, long seed) {}

    private final DatagramChannel channel = DatagramChannel.open();
    private final InetSocketAddress port;
    private final Faults faults;
    private final Random random;

    Link(int port, Faults faults) throws IOException {
        this.port = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        this.faults = faults;
        this.random = new Random(faults.seed());
    }

    void send(ByteBuffer frame) throws IOException {
        boolean lost = random.nextInt(100) < faults.dropPercent();
        for (int copies = lost ? 0 : faults.doubled() ? 2 : 1; copies > 0; copies--) {
            channel.send(frame.duplicate(), port);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
