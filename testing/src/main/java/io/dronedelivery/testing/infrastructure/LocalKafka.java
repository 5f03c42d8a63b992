package io.dronedelivery.testing.infrastructure;

import static java.util.stream.Collectors.joining;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A real Kafka broker on loopback, in a JVM of its own, with every topic of the contracts. Its data stay in its
 * folder. A new start recovers them, whether the broker or the process that had started it was killed.
 */
public final class LocalKafka implements AutoCloseable {
    private static final String PID_FILE = "kafka.pid";
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(20);

    private final int port;
    private final Process process;
    private final Runnable end;

    private LocalKafka(int port, Process process, Runnable end) {
        this.port = port;
        this.process = process;
        this.end = end;
    }

    /**
     * Starts a broker on a folder, which is made and filled on first use.
     *
     * @param port the port on loopback; 0 for any free one
     * @param durable whether what is acknowledged also survives a power loss: the log is flushed at every message
     */
    public static LocalKafka start(Path folder, int port, boolean durable) {
        int chosen = port == 0 ? FreePorts.next() : port;
        return start(folder, chosen, chosen, durable);
    }

    /**
     * Starts a broker behind a proxy.
     *
     * @param port the port on loopback
     * @param advertisedPort the port that it sends its clients to
     */
    public static LocalKafka start(Path folder, int port, int advertisedPort, boolean durable) {
        Path home = folder.toAbsolutePath().normalize();
        endOrphan(home);
        // The classes that were loaded, for a faster next start; written when the broker ends in order.
        Path archive = home.resolve("classes.jsa");
        List<String> fast =
                List.of("-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + archive, "-Xlog:cds*=off");
        BrokerSettings settings = settings(home, port, advertisedPort, durable);
        Process process = launch(home, settings, fast);
        ChildProcess.remember(process, home.resolve(PID_FILE));
        return new LocalKafka(settings.port(), process, () -> end(process.toHandle())).withTopics(home);
    }

    /** Starts a broker whose data are deleted when it is closed, or when this process ends. */
    public static LocalKafka temporary() {
        Path folder = Folders.temporary("kafka");
        int port = FreePorts.next();
        BrokerSettings settings = settings(folder, port, port, false);
        Process process = launch(folder, settings, List.of("-XX:TieredStopAtLevel=1"));
        Runnable end = () -> {
            process.destroyForcibly().onExit().join();
            Folders.delete(folder);
        };
        Runtime.getRuntime().addShutdownHook(new Thread(end));
        return new LocalKafka(settings.port(), process, end).withTopics(folder);
    }

    private static BrokerSettings settings(Path home, int port, int advertisedPort, boolean durable) {
        return new BrokerSettings(data(home), port, advertisedPort, FreePorts.next(), durable);
    }

    private static Process launch(Path home, BrokerSettings settings, List<String> more) {
        Path file = settings.write(home.resolve("server.properties"));
        return ChildProcess.start(command(file, more), log(home));
    }

    private LocalKafka withTopics(Path home) {
        try {
            BrokerTopics.create(bootstrapServers(), process::isAlive);
            return this;
        } catch (RuntimeException failed) {
            close();
            throw new IllegalStateException("Kafka does not start; see " + log(home), failed);
        }
    }

    private static Path data(Path home) {
        return home.resolve("data");
    }

    private static Path log(Path home) {
        return home.resolve("kafka.log");
    }

    private static List<String> command(Path settings, List<String> more) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(more);
        command.addAll(List.of(
                "-Xms96m",
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:MaxDirectMemorySize=64m",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dlogging.configuration=" + LocalKafka.class.getResource("broker-logging.properties"),
                "-cp",
                classPath(),
                BrokerProcess.class.getName(),
                settings.toString()));
        return command;
    }

    /**
     * That of this JVM, also if a test runner has packed it into a jar; but without Quarkus, which would hold back all log
     * lines until an application starts.
     */
    private static String classPath() {
        String mine = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Stream.of(mine.split(File.pathSeparator))
                .filter(entry -> !Path.of(entry).getFileName().toString().startsWith("quarkus-"))
                .collect(joining(File.pathSeparator));
    }

    /** What clients connect to. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** The broker itself. */
    public Process process() {
        return process;
    }

    /** The id that the cluster of a folder got when it was made; empty if there are no data. A copy has the same. */
    public static Optional<String> clusterId(Path folder) {
        return BrokerProcess.formattedClusterId(data(folder));
    }

    /** Stops the broker of a folder if it outlived the process that had started it. */
    public static void endOrphan(Path folder) {
        ChildProcess.orphan(folder.resolve(PID_FILE)).ifPresent(LocalKafka::end);
    }

    /** Stops the broker: in order, unless it is a temporary one. */
    @Override
    public void close() {
        end.run();
    }

    private static void end(ProcessHandle process) {
        process.destroy();
        ChildProcess.awaitEnd(process, STOP_TIMEOUT);
    }
}
