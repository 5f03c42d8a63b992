package io.dronedelivery.local.bench.measurement;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/**
 * What the measurement ran on.
 *
 * @param jdk by which all of it was run
 */
public record Machine(int cores, long memoryMiB, String system, String jdk) {
    private static final long MIB = 1 << 20;

    public static Machine here() {
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                operatingSystem().getTotalMemorySize() / MIB,
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"),
                Runtime.version().toString());
    }

    /** How many programs wanted to run in the last minute; negative where the system does not tell. */
    public static double load() {
        return operatingSystem().getSystemLoadAverage();
    }

    private static OperatingSystemMXBean operatingSystem() {
        return (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    }

    /** In words. */
    String words() {
        return String.format(Locale.ROOT, "%d cores, %,d MiB of memory, %s, JDK %s", cores, memoryMiB, system, jdk);
    }
}
