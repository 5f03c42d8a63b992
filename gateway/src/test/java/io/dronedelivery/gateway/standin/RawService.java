package io.dronedelivery.gateway.standin;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A service that reads a header, says what it was told to, byte for byte, and closes the connection. */
public final class RawService {
    private static final AtomicInteger requests = new AtomicInteger();
    private static volatile String answer = "";

    private @Nullable ServerSocket server;

    /** What it says from now on. */
    public static void answers(String bytes) {
        answer = bytes;
        requests.set(0);
    }

    /** How many requests came since it was told what to say. */
    public static int requests() {
        return requests.get();
    }

    int open() {
        try {
            ServerSocket opened = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
            server = opened;
            Thread.ofVirtual().start(() -> accept(opened));
            return opened.getLocalPort();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    void close() {
        try {
            if (server != null) {
                server.close();
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void accept(ServerSocket server) {
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
            BufferedReader request = new BufferedReader(new InputStreamReader(connection.getInputStream(), ISO_8859_1));
            String line = request.readLine();
            while (line != null && !line.isEmpty()) {
                line = request.readLine();
            }
            requests.incrementAndGet();
            connection.getOutputStream().write(answer.getBytes(ISO_8859_1));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
