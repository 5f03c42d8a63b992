package io.dronedelivery.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Deletes data, logs and the clock. */
@Command(name = "reset", description = "Delete all data and logs.", mixinStandardHelpOptions = true)
final class Reset implements Runnable {
    @ParentCommand
    private DroneCtl dronectl = new DroneCtl();

    @Override
    public void run() {
        Project project = dronectl.project();
        if (RuntimeLock.isHeld(project)) {
            throw new Complaint("the system is running: ./dronectl down stops it");
        }
        new Leftovers(project).end();
        deleteData(project);
        System.out.println("deleted");
    }

    /** Where nothing runs any more. */
    static void deleteData(Project project) {
        for (Path kept : List.of(
                project.postgres(),
                project.kafka(),
                project.simulator(),
                project.logs(),
                project.status(),
                project.clock())) {
            delete(kept);
        }
    }

    static void delete(Path path) {
        if (!Files.exists(path)) {
            return;
        }
        try (var walk = Files.walk(path)) {
            for (Path each : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException undeletable) {
            throw new UncheckedIOException("cannot delete " + path, undeletable);
        }
    }
}
