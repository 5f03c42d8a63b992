package io.dronedelivery.bench.http;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Arrays;

/** A connection that carries one request at a time. */
final class Connection {
    private static final int BUFFER_BYTES = 8 << 10;

    private final SocketChannel channel;
    private final SelectionKey key;
    private ByteBuffer out = ByteBuffer.allocate(0);
    private byte[] in = new byte[BUFFER_BYTES];
    private int received;
    private long due;

    private Connection(SocketChannel channel, SelectionKey key) {
        this.channel = channel;
        this.key = key;
        key.attach(this);
    }

    /** Connects, and waits until it is connected. */
    static Connection open(InetSocketAddress server, Selector selector) throws IOException {
        SocketChannel channel = SocketChannel.open(server);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        return new Connection(channel, channel.register(selector, SelectionKey.OP_READ));
    }

    /**
     * Sends a request.
     *
     * @param dueNanos when it was due, by {@link System#nanoTime}
     */
    void send(byte[] request, long dueNanos) throws IOException {
        due = dueNanos;
        received = 0;
        out = ByteBuffer.wrap(request);
        write();
    }

    private void write() throws IOException {
        channel.write(out);
        key.interestOps(out.hasRemaining() ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ);
    }

    /** Goes on where the channel is ready. Returns the status once the response is complete. */
    int goOn() throws IOException {
        if (key.isWritable() && out.hasRemaining()) {
            write();
        }
        return key.isReadable() ? receive() : ResponseBytes.INCOMPLETE;
    }

    private int receive() throws IOException {
        if (received == in.length) {
            in = Arrays.copyOf(in, 2 * in.length);
        }
        int count = channel.read(ByteBuffer.wrap(in, received, in.length - received));
        if (count < 0) {
            throw new EOFException("the server closed the connection");
        }
        received += count;
        return ResponseBytes.status(in, received);
    }

    /** When the request under way was due. */
    long due() {
        return due;
    }

    void close() throws IOException {
        channel.close();
    }
}
