package io.dronedelivery.local;

import io.dronedelivery.testing.infrastructure.LocalKafka;
import io.dronedelivery.testing.infrastructure.LocalPostgres;

/** What a runtime that was killed has left behind. */
final class Leftovers {
    private final Project project;

    Leftovers(Project project) {
        this.project = project;
    }

    /** Ends it all, where no runtime is there to do so. */
    void end() {
        if (RuntimeLock.isHeld(project)) {
            return;
        }
        SystemStatus.read(project.status()).ifPresent(status -> status.parts().reversed().stream()
                .filter(part -> part.port() != Endpoints.POSTGRES_PORT)
                .flatMap(part -> part.process().stream())
                .toList()
                .parallelStream()
                .forEach(Program::stop));
        LocalKafka.endLeftover(project.kafka());
        LocalPostgres.endLeftover(project.postgres());
        new ClockFile(project.clock()).stop();
    }
}
