package io.dronedelivery.testing.infrastructure;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Where a PostgreSQL server keeps its data, its log and its operator's password. */
final class PostgresFolder {
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(20);
    private static final int PASSWORD_BYTES = 24;
    private static final String VERSION = "PG_VERSION";

    private final PostgresBinaries binaries = PostgresBinaries.unpacked();
    private final Path folder;
    private final Path data;

    PostgresFolder(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
        this.data = this.folder.resolve("data");
    }

    Path log() {
        return folder.resolve("postgresql.log");
    }

    /** Creates what is missing, and stops the server of an earlier run. */
    void prepare() {
        try {
            Files.createDirectories(folder);
            stop();
            deleteReusedPidFile();
            if (!Files.exists(data.resolve(VERSION))) {
                initialize();
            }
        } catch (IOException unusable) {
            throw new UncheckedIOException("cannot use " + folder, unusable);
        }
    }

    /** Has the server recover at its next start, from the WAL that it finds. */
    void requestRecovery() {
        try {
            Files.write(data.resolve("recovery.signal"), new byte[0]);
        } catch (IOException unusable) {
            throw new UncheckedIOException("cannot use " + folder, unusable);
        }
    }

    /** The system identifier: the first eight bytes of <code>pg_control</code>, in the order of this machine. */
    static Optional<String> systemId(Path folder) {
        Path control = folder.resolve("data").resolve("global").resolve("pg_control");
        try (DataInputStream file = new DataInputStream(Files.newInputStream(control))) {
            long bytes = file.readLong();
            boolean little = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;
            return Optional.of(Long.toUnsignedString(little ? Long.reverseBytes(bytes) : bytes));
        } catch (NoSuchFileException | EOFException none) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Optional<String> majorVersion(Path folder) {
        Path version = folder.resolve("data").resolve(VERSION);
        try {
            return Files.exists(version) ? Optional.of(Files.readString(version).strip()) : Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Stops the server that runs on this folder, if any: rolls transactions back, writes a checkpoint. */
    void stop() {
        if (ChildProcess.orphan(pidFile()).isPresent()) {
            run(List.of("pg_ctl", "stop", "-D", data.toString(), "-m", "fast", "-w", "-t", "20"));
        }
    }

    /**
     * PostgreSQL does not start if another program has the pid of its pid file. A pid file whose process has ended must stay:
     * by it PostgreSQL sees whether children of the dead server still write.
     */
    private void deleteReusedPidFile() throws IOException {
        if (ChildProcess.isReused(pidFile())) {
            Files.delete(pidFile());
        }
    }

    private Path pidFile() {
        return data.resolve("postmaster.pid");
    }

    /** Creates the data folder under another name and then moves it: an incomplete one would look complete. */
    private void initialize() throws IOException {
        Path password = folder.resolve("operator-password");
        Files.deleteIfExists(password);
        Files.createFile(password, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(password, newPassword());
        Path fresh = folder.resolve("initializing");
        Folders.delete(fresh);
        run(List.of(
                "initdb",
                "--pgdata=" + fresh,
                "--username=postgres",
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--no-sync"));
        Files.move(fresh, data);
    }

    private static String newPassword() {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    String operatorPassword() {
        try {
            return Files.readString(folder.resolve("operator-password"));
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    Process launch(List<String> settings) {
        List<String> command = binaries.command("postgres", "-D", data.toString());
        settings.forEach(setting -> command.addAll(List.of("-c", setting)));
        return ChildProcess.start(command, log());
    }

    private void run(List<String> program) {
        List<String> command = binaries.command(
                program.getFirst(), program.subList(1, program.size()).toArray(String[]::new));
        Process process = ChildProcess.start(command, log());
        ChildProcess.awaitEnd(process.toHandle(), STOP_TIMEOUT);
        // the handle ends a moment before the exit value is known
        if (process.onExit().join().exitValue() != 0) {
            throw new IllegalStateException(program.getFirst() + " failed; see " + log());
        }
    }
}
