package io.dronedelivery.transport;

import io.dronedelivery.transport.domain.overland.Jobs;
import io.dronedelivery.transport.domain.overland.JobsContract;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ThreadLocalRandom;

@QuarkusTest
class PgJobsTest extends JobsContract {
    // Years ahead, so that the service's own dispatch has no business with these jobs; not the same in two tests.
    private final Instant pickupAt = Instant.now()
            .truncatedTo(ChronoUnit.SECONDS)
            .plus(ThreadLocalRandom.current().nextInt(1_000, 9_000), ChronoUnit.DAYS);
    private final PgJobs jobs;

    PgJobsTest(PgJobs jobs) {
        this.jobs = jobs;
    }

    @Override
    protected Jobs jobs() {
        return jobs;
    }

    @Override
    protected Instant pickupAt() {
        return pickupAt;
    }
}
