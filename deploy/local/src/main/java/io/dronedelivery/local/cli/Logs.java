package io.dronedelivery.local.cli;

import io.dronedelivery.local.project.Project;
import io.dronedelivery.local.project.Service;
import io.dronedelivery.local.project.StateFolder;
import io.dronedelivery.local.project.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Prints the log of a process. */
@Command(name = "logs", description = "Print the log of a service.", mixinStandardHelpOptions = true)
final class Logs implements Callable<Integer> {
    private static final Duration POLL = Duration.ofMillis(200);

    @ParentCommand
    private StateFolder state = new StateFolder();

    @Parameters(paramLabel = "SERVICE", description = "a service, postgresql, kafka, simulator or runtime")
    private String service = "";

    @Option(
            names = {"-f", "--follow"},
            description = "print new lines as they are written, until Ctrl-C")
    private boolean follow;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Map<String, Path> logs = logs(state.project());
        Path log = logs.get(service);
        if (log == null) {
            throw new UserError("no such service: " + service + "; there are " + String.join(", ", logs.keySet()));
        }
        if (!Files.exists(log)) {
            throw new UserError(service + " has no log yet: there is no " + log);
        }
        try (var reader = Files.newInputStream(log)) {
            reader.transferTo(System.out);
            while (follow) {
                System.out.flush();
                Thread.sleep(POLL);
                reader.transferTo(System.out);
            }
        }
        System.out.flush();
        return 0;
    }

    private static Map<String, Path> logs(Project project) {
        Map<String, Path> logs = new TreeMap<>();
        Stream.of(Service.values()).forEach(each -> logs.put(each.id(), project.log(each.id())));
        RunningInstances.of(project).forEach(each -> logs.put(each.id(), project.log(each.id())));
        logs.put("simulator", project.log("simulator"));
        logs.put("runtime", project.log("runtime"));
        logs.put("postgresql", project.postgres().resolve("postgresql.log"));
        logs.put("kafka", project.kafka().resolve("kafka.log"));
        return logs;
    }
}
