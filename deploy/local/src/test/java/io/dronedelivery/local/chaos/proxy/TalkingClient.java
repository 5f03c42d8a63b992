package io.dronedelivery.local.chaos.proxy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Says lines and hears lines. */
final class TalkingClient implements AutoCloseable {
    private final Socket socket;
    private final BufferedReader answers;

    TalkingClient(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout((int) Duration.ofSeconds(10).toMillis()); // of a test that fails
        answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
    }

    TalkingClient say(String traffic) throws IOException {
        socket.getOutputStream().write((traffic + "\n").getBytes(UTF_8));
        return this;
    }

    TalkingClient sayNoMore() throws IOException {
        socket.shutdownOutput();
        return this;
    }

    String hear() throws IOException {
        String traffic = answers.readLine();
        if (traffic == null) {
            throw new IOException("the connection was ended");
        }
        return traffic;
    }

    /** What is heard when it is. */
    CompletableFuture<String> listen() {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return hear();
            } catch (IOException broken) {
                throw new CompletionException(broken);
            }
        });
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
