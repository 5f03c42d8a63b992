package io.dronedelivery.bench.reference;

import io.dronedelivery.bench.measurement.InvalidMeasurement;
import io.dronedelivery.local.process.JavaProgram;
import io.dronedelivery.local.process.ManagedProcess.Running;
import io.dronedelivery.local.process.Program;
import io.dronedelivery.local.project.Endpoints;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** A program of this module in a JVM of its own, with the options that the JVM of every service has. */
public final class ReferenceProcess implements AutoCloseable {
    private static final int HEAP_MIB = 144; // the largest of a service
    private static final Duration START_TIMEOUT = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final int CONNECT_TIMEOUT_MILLIS = 500;

    private final String name;
    private final Running running;

    private ReferenceProcess(String name, Running running) {
        this.name = name;
        this.running = running;
    }

    /**
     * Starts a program, and returns when it is ready. It finds this system's {@link Endpoints} as this process does.
     *
     * @param name its name in figures, and of its log
     * @param logs the folder of the log
     * @param main the class that is run
     * @param ready whether it can do its work
     * @throws InvalidMeasurement if it ends instead, or is not ready within a minute
     */
    public static ReferenceProcess start(
            String name, Path logs, Class<?> main, BooleanSupplier ready, String... arguments)
            throws InterruptedException {
        Program program = new Program(
                new JavaProgram(name, HEAP_MIB)
                        .with("-D" + Endpoints.OFFSET_PROPERTY + "=" + Endpoints.OFFSET)
                        .with("-Djava.util.logging.manager=org.jboss.logmanager.LogManager")
                        .with(main.getName())
                        .with(arguments)
                        .command(),
                Map.of("CLASSPATH", System.getProperty("java.class.path"), "MALLOC_ARENA_MAX", "2"),
                logs.resolve(name + ".log"));
        ReferenceProcess reference = new ReferenceProcess(name, program.launch(ready, () -> true));
        try {
            reference.await();
            return reference;
        } catch (InterruptedException | RuntimeException failed) {
            reference.close();
            throw failed;
        }
    }

    private void await() throws InterruptedException {
        long deadline = System.nanoTime() + START_TIMEOUT.toNanos();
        while (!running.ready().getAsBoolean()) {
            if (!running.process().isAlive() || System.nanoTime() > deadline) {
                throw new InvalidMeasurement("the reference " + name + " did not start");
            }
            Thread.sleep(POLL);
        }
    }

    /** Whether something listens on that port of this machine. */
    public static boolean listens(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_TIMEOUT_MILLIS);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Its name, and its process. */
    public Map<String, ProcessHandle> process() {
        return Map.of(name, running.process().toHandle());
    }

    /** Stops it, and returns when it has ended. */
    @Override
    public void close() {
        running.stop().run();
    }
}
