package io.dronedelivery.transport.domain.overland;

import java.time.Instant;

class InMemoryJobsTest extends JobsContract {
    private final Jobs jobs = new InMemoryJobs();

    @Override
    protected Jobs jobs() {
        return jobs;
    }

    @Override
    protected Instant pickupAt() {
        return Instant.parse("2026-05-01T08:00:00Z");
    }
}
