package io.dronedelivery.local.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of a JVM that shares two cores and little memory with ten other JVMs. */
public final class JavaProgram {
    /**
     * Only the simple compiler works. The code that gathers profiles for the optimizing one is slow, and on two cores a
     * service runs it for long. Start, memory and CPU per delivery are all lower without: <code>docs/bench.md</code>.
     */
    private static final String SIMPLE_COMPILER = "-XX:TieredStopAtLevel=1";

    private final List<String> command = new ArrayList<>();

    /**
     * The command line with the options that all programs share.
     *
     * @param name the process's name, shown in lists of processes
     * @param heapMiB the limit of the heap
     */
    public JavaProgram(String name, int heapMiB) {
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Ddronectl.process=" + name);
        command.addAll(List.of("-Xms32m", "-Xmx" + heapMiB + "m", "-Xss512k", "-XX:+UseSerialGC"));
        // The young generation is large enough for short-lived objects, and unused heap is given back.
        command.addAll(List.of("-Xmn20m", "-XX:MinHeapFreeRatio=10", "-XX:MaxHeapFreeRatio=30"));
        command.addAll(List.of("-XX:MaxDirectMemorySize=48m", "-XX:ReservedCodeCacheSize=64m"));
        command.add(SIMPLE_COMPILER);
        command.addAll(List.of("-XX:+ExitOnOutOfMemoryError", "-XX:TrimNativeHeapInterval=10000"));
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
    }

    /**
     * Adds a class archive. The JVM maps the classes in, or archives them at its end if they have changed. Without
     * relocation, unused parts of the archive stay on disk, which saves 40 MiB of memory.
     */
    public JavaProgram archivingClasses(Path archive) {
        return with("-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + archive)
                .with("-XX:+UnlockDiagnosticVMOptions", "-XX:ArchiveRelocationMode=0")
                .with("-Xlog:cds*=off");
    }

    /** Adds arguments. */
    public JavaProgram with(String... arguments) {
        command.addAll(List.of(arguments));
        return this;
    }

    /** The program and its arguments. */
    public List<String> command() {
        return List.copyOf(command);
    }
}
