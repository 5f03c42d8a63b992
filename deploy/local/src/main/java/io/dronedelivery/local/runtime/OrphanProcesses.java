package io.dronedelivery.local.runtime;

import io.dronedelivery.local.process.Program;
import io.dronedelivery.local.process.SystemStatus;
import io.dronedelivery.local.project.Project;
import io.dronedelivery.testing.infrastructure.LocalKafka;
import io.dronedelivery.testing.infrastructure.LocalPostgres;

/** The processes that go on running after their runtime was killed. */
public final class OrphanProcesses {
    private final Project project;

    /** The orphan processes of this state folder. */
    public OrphanProcesses(Project project) {
        this.project = project;
    }

    /** Stops them. Does nothing while a runtime is there, since that stops its processes itself. */
    public void end() {
        if (RuntimeLock.isHeld(project)) {
            return;
        }
        SystemStatus.processes(project.status()).stream()
                .filter(process -> !process.name().equals(SystemProcesses.POSTGRESQL))
                .flatMap(process -> process.handle().stream())
                .toList()
                .parallelStream()
                .forEach(Program::stop);
        LocalKafka.endOrphan(project.kafka());
        LocalPostgres.endOrphan(project.postgres());
        new ClockFile(project.clock()).stop();
    }
}
