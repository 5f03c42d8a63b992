package io.dronedelivery.local.runtime;

import com.sun.management.OperatingSystemMXBean;
import io.dronedelivery.local.project.Endpoints;
import io.dronedelivery.local.project.Instance;
import io.dronedelivery.local.project.Project;
import io.dronedelivery.local.project.Replicas;
import io.dronedelivery.local.project.Service;
import io.dronedelivery.local.project.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Checks before the start whether ports, memory and disk space suffice, and that the system does not run already. */
public final class StartCheck {
    private static final long MIB = 1 << 20;
    private static final long MEMORY_MIB_MIN = 2_500;
    private static final long DISK_MIB_MIN = 2_000;
    private static final Path MEMORY_OF_LINUX = Path.of("/proc/meminfo");

    private static final long INSTANCE_MIB = 160;

    private final Project project;
    private final Replicas replicas;

    /** A check of this state folder, for a system with one instance of each service. */
    public StartCheck(Project project) {
        this(project, Replicas.NONE);
    }

    /** A check of this state folder, for a system with these instances. */
    public StartCheck(Project project, Replicas replicas) {
        this.project = project;
        this.replicas = replicas;
    }

    /**
     * Checks all of it.
     *
     * @throws UserError if anything is missing; the message names every problem
     */
    public void check() {
        if (RuntimeLock.isHeld(project)) {
            throw new UserError("the system is running already: ./dronectl status shows it, ./dronectl down stops it");
        }
        List<String> problems = new ArrayList<>();
        problems.addAll(takenPorts());
        problems.addAll(
                tooLittle("memory", availableMemoryMiB(), MEMORY_MIB_MIN + replicas.additional() * INSTANCE_MIB));
        problems.addAll(tooLittle("disk space for " + project.state(), freeDiskMiB(), DISK_MIB_MIN));
        if (!problems.isEmpty()) {
            throw new UserError("cannot start, and nothing was started:\n  " + String.join("\n  ", problems));
        }
    }

    private List<String> takenPorts() {
        List<String> problems = new ArrayList<>();
        checkPort("postgresql", Endpoints.POSTGRES_PORT, problems);
        checkPort("kafka", Endpoints.KAFKA_PORT, problems);
        for (Instance instance : replicas.instances()) {
            checkPort(instance.id(), instance.port(), problems);
            checkPort(instance.id(), instance.managementPort(), problems);
        }
        replicas.balanced().forEach(service -> checkPort(service.id(), service.port(), problems));
        IntStream.concat(
                        IntStream.of(Endpoints.MAVLINK_PORT),
                        replicas.instances(Service.DRONE).stream().mapToInt(Instance::mavlinkPort))
                .distinct()
                .forEach(port -> checkMavlinkPort(port, problems));
        return problems;
    }

    private static void checkMavlinkPort(int port, List<String> problems) {
        try (DatagramSocket socket = new DatagramSocket(port, InetAddress.getLoopbackAddress())) {
            socket.getLocalPort();
        } catch (IOException taken) {
            problems.add(taken("UDP port", port, "MAVLink to the drone service"));
        }
    }

    static void checkPort(String name, int port, List<String> problems) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(
                    true); // closed connections of an earlier run may linger on the port; they do no harm
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException taken) {
            problems.add(taken("port", port, name));
        }
    }

    private static String taken(String kind, int port, String name) {
        return kind + " " + port + ", which " + name + " needs, is taken by another program: end that first"
                + " (lsof -i :" + port + " shows it)";
    }

    static List<String> tooLittle(String what, long mib, long needed) {
        return mib >= needed
                ? List.of()
                : List.of("too little %s: %,d MiB are free, and %,d MiB are needed".formatted(what, mib, needed));
    }

    private static long availableMemoryMiB() {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long limit = system.getTotalMemorySize() / MIB; // of the container, if the system runs in one
        return Math.min(limit, linuxMemoryMiB(system.getFreeMemorySize() / MIB));
    }

    /** The memory that Linux can give to programs, caches included. On other systems, the free memory. */
    private static long linuxMemoryMiB(long free) {
        if (!Files.exists(MEMORY_OF_LINUX)) {
            return free;
        }
        try (var lines = Files.lines(MEMORY_OF_LINUX)) {
            return lines.filter(line -> line.startsWith("MemAvailable:"))
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(free);
        } catch (IOException unreadable) {
            return free;
        }
    }

    private long freeDiskMiB() {
        try {
            Files.createDirectories(project.state());
            return Files.getFileStore(project.state()).getUsableSpace() / MIB;
        } catch (IOException unusable) {
            throw new UncheckedIOException("cannot use " + project.state(), unusable);
        }
    }
}
