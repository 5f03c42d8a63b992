package io.dronedelivery.local.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of a JVM that shares two cores and little memory with ten others. */
public final class JavaProgram {
    /**
     * The optimizing compiler waits until code is ten times as hot as usual: it then compiles what a service does all
     * day, and not what it does once when it starts. That saves a third of the start, and 20 MiB.
     */
    private static final List<String> LATE_OPTIMIZATION = List.of(
            "-XX:Tier4InvocationThreshold=50000",
            "-XX:Tier4MinInvocationThreshold=6000",
            "-XX:Tier4CompileThreshold=150000",
            "-XX:Tier4BackEdgeThreshold=400000");

    private final List<String> command = new ArrayList<>();

    /**
     * A JVM.
     *
     * @param name shown in lists of processes
     * @param heapMiB the most heap it may have
     */
    public JavaProgram(String name, int heapMiB) {
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Ddronectl.process=" + name);
        command.addAll(List.of("-Xms32m", "-Xmx" + heapMiB + "m", "-Xss512k", "-XX:+UseSerialGC"));
        // Room enough for what is young not to grow old, and what was needed once is given back.
        command.addAll(List.of("-Xmn20m", "-XX:MinHeapFreeRatio=10", "-XX:MaxHeapFreeRatio=30"));
        command.addAll(List.of("-XX:MaxDirectMemorySize=48m", "-XX:ReservedCodeCacheSize=64m"));
        command.addAll(LATE_OPTIMIZATION);
        command.addAll(List.of("-XX:+ExitOnOutOfMemoryError", "-XX:TrimNativeHeapInterval=10000"));
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
    }

    /**
     * The same, mapping its classes in as the last run loaded them; where they have changed since, this run archives them
     * when it ends in order. Not relocating the archive leaves what is not used of it on disk: 40 MiB of memory less.
     */
    public JavaProgram archivingClasses(Path archive) {
        return with("-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + archive)
                .with("-XX:+UnlockDiagnosticVMOptions", "-XX:ArchiveRelocationMode=0")
                .with("-Xlog:cds*=off");
    }

    /** The same with more arguments. */
    public JavaProgram with(String... arguments) {
        command.addAll(List.of(arguments));
        return this;
    }

    public List<String> command() {
        return List.copyOf(command);
    }
}
