package io.dronedelivery.local.cli;

import io.dronedelivery.local.process.SystemStatus;
import io.dronedelivery.local.project.Instance;
import io.dronedelivery.local.project.Project;
import java.util.List;

/** The instances of services that the system has, by the status that its runtime wrote last. */
final class RunningInstances {
    private RunningInstances() {}

    static List<Instance> of(Project project) {
        return SystemStatus.processes(project.status()).stream()
                .flatMap(process -> Instance.named(process.name()).stream())
                .toList();
    }
}
