package io.dronedelivery.testing.infrastructure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A real PostgreSQL on loopback, with a database and a role for each service. Its data stay in its folder. A new start
 * recovers them, whether the server or the process that had started it was killed.
 */
public final class LocalPostgres implements AutoCloseable {
    /** The services with a database; the role and, locally, its password have the same name. */
    public static final List<String> DATABASES =
            List.of("accounting", "packaging", "drone", "transport", "delivery", "supervisor");

    private static final Duration START_TIMEOUT = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(50);

    private final PostgresFolder folder;
    private final int port;
    private final Process process;
    private final Runnable end;

    private LocalPostgres(PostgresFolder folder, int port, Process process, Runnable end) {
        this.folder = folder;
        this.port = port;
        this.process = process;
        this.end = end;
    }

    /**
     * Starts a server on a folder, which is made and filled on first use.
     *
     * @param port the port on loopback; 0 for any free one
     */
    public static LocalPostgres start(Path folder, int port) {
        return start(folder, port, Optional.empty());
    }

    /**
     * Starts a server on a folder, which is made and filled on first use.
     *
     * @param port the port on loopback; 0 for any free one
     * @param archive where its write-ahead log is kept for a recovery
     */
    public static LocalPostgres start(Path folder, int port, Optional<WalArchive> archive) {
        PostgresFolder home = new PostgresFolder(folder);
        home.prepare();
        int chosen = port == 0 ? FreePorts.next() : port;
        List<String> archiving = archive.map(WalArchive::archiving).orElse(List.of());
        return launch(home, chosen, archiving).withDatabases();
    }

    /** Starts a server on a folder that is filled already. Whether it takes connections yet is not known. */
    static LocalPostgres launch(PostgresFolder home, int port, List<String> more) {
        List<String> settings = settings(port);
        settings.addAll(more);
        Process process = home.launch(settings);
        return new LocalPostgres(home, port, process, () -> stop(home, process));
    }

    /** Starts a server whose data are deleted when it is closed, or when this process ends. */
    public static LocalPostgres temporary() {
        Path folder = Folders.temporary("postgresql");
        PostgresFolder home = new PostgresFolder(folder);
        home.prepare();
        int port = FreePorts.next();
        List<String> settings = settings(port);
        settings.addAll(List.of("fsync=off", "synchronous_commit=off", "full_page_writes=off"));
        Process process = home.launch(settings);
        Runnable end = () -> {
            stop(home, process);
            Folders.delete(folder);
        };
        Runtime.getRuntime().addShutdownHook(new Thread(end));
        return new LocalPostgres(home, port, process, end).withDatabases();
    }

    /** In order if it has started, else by a kill. */
    private static void stop(PostgresFolder home, Process process) {
        home.stop();
        process.destroyForcibly().onExit().join();
    }

    private LocalPostgres withDatabases() {
        try (Connection operator = connectWhenReady(START_TIMEOUT)) {
            PostgresRoles.create(operator, DATABASES);
            return this;
        } catch (SQLException | RuntimeException failed) {
            close();
            throw new IllegalStateException("PostgreSQL does not start; see " + folder.log(), failed);
        }
    }

    /** For two cores that other processes use as well: little memory, no parallel workers, no JIT compiler. */
    private static List<String> settings(int port) {
        return new ArrayList<>(List.of(
                "listen_addresses=127.0.0.1",
                "port=" + port,
                "unix_socket_directories=",
                "max_connections=600", // up to 19 for each replica of six services
                "shared_buffers=128MB",
                "max_parallel_workers_per_gather=0",
                "jit=off",
                "io_method=sync",
                "max_wal_size=1GB",
                "checkpoint_timeout=15min",
                "random_page_cost=1.1",
                "log_line_prefix=%m [%p] %d "));
    }

    /** A connection of the operator, once the server takes connections. */
    Connection connectWhenReady(Duration timeout) throws SQLException {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (true) {
            try {
                return DriverManager.getConnection(url("postgres"), "postgres", folder.operatorPassword());
            } catch (SQLException notYet) {
                if (!process.isAlive() || System.nanoTime() > deadline) {
                    throw notYet;
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while PostgreSQL started", stopped);
        }
    }

    /** The JDBC URL of a database. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    public int port() {
        return port;
    }

    /** The server itself. */
    public Process process() {
        return process;
    }

    /** The id that the data of a folder got when they were made; empty if there are none. A copy has the same. */
    public static Optional<String> systemId(Path folder) {
        return PostgresFolder.systemId(folder);
    }

    /** The major version of the server's programs, which alone read data of that version. */
    public static String majorVersion() {
        return PostgresBinaries.unpacked().majorVersion();
    }

    /** The major version of the server that made the data of a folder; empty if there are none. */
    public static Optional<String> majorVersion(Path folder) {
        return PostgresFolder.majorVersion(folder);
    }

    /** Stops the server of a folder if it outlived the process that had started it. */
    public static void endOrphan(Path folder) {
        if (Files.exists(folder)) {
            new PostgresFolder(folder).stop();
        }
    }

    /** Stops the server; transactions under way are rolled back. */
    @Override
    public void close() {
        end.run();
    }
}
