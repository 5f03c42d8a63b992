package io.dronedelivery.bench.report;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/**
 * The machine on which the measurement ran.
 *
 * @param system the operating system, its version and the architecture
 * @param jdk the version of the JDK
 */
public record Machine(int cores, long memoryMiB, String system, String jdk) {
    private static final long MIB = 1 << 20;

    /** This machine. */
    public static Machine here() {
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                operatingSystem().getTotalMemorySize() / MIB,
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"),
                Runtime.version().toString());
    }

    /** The load average of the last minute; negative if it is not known. */
    public static double load() {
        return operatingSystem().getSystemLoadAverage();
    }

    private static OperatingSystemMXBean operatingSystem() {
        return (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    }

    /** The machine in words. */
    public String words() {
        return String.format(Locale.ROOT, "%d cores, %,d MiB of memory, %s, JDK %s", cores, memoryMiB, system, jdk);
    }
}
