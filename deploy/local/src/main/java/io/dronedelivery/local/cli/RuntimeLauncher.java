package io.dronedelivery.local.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dronedelivery.local.process.JavaProgram;
import io.dronedelivery.local.project.Endpoints;
import io.dronedelivery.local.project.Project;
import io.dronedelivery.local.project.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** Starts the runtime as a background process. */
final class RuntimeLauncher {
    /** The shell's job control gives a background process its own process group, which Java can't do. */
    private static final String IN_OWN_GROUP = "set -m; nohup \"$@\" </dev/null >\"$0\" 2>&1 & echo $!";

    private static final int HEAP_MIB = 96;

    private RuntimeLauncher() {}

    static ProcessHandle start(Project project, UpOptions options) {
        try {
            Files.createDirectories(project.logs());
            Files.createDirectories(project.archives());
            Files.deleteIfExists(project.status());
            List<String> command = new ArrayList<>(
                    List.of("bash", "-c", IN_OWN_GROUP, project.log("runtime").toString()));
            command.addAll(runtime(project));
            command.addAll(options.arguments());
            Process shell = new ProcessBuilder(command).start();
            String pid = new String(shell.getInputStream().readAllBytes(), UTF_8);
            return ProcessHandle.of(Long.parseLong(pid.strip()))
                    .orElseThrow(() -> new UserError("the runtime ended at once; see " + project.log("runtime")));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static List<String> runtime(Project project) {
        return new JavaProgram("runtime", HEAP_MIB)
                .with("-Ddronectl.home=" + project.root())
                .with("-D" + Endpoints.OFFSET_PROPERTY + "=" + Endpoints.OFFSET)
                .with("-Djava.util.logging.manager=org.jboss.logmanager.LogManager")
                .with("-cp", System.getProperty("java.class.path"))
                .with(DroneCtl.class.getName(), "run", "--state=" + project.state())
                .command();
    }
}
