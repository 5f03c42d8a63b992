package io.dronedelivery.ingestion;

import io.dronedelivery.ingestion.domain.Acceptance;
import io.dronedelivery.ingestion.domain.Deliveries;
import io.dronedelivery.ingestion.domain.RequestLog;
import io.dronedelivery.ingestion.domain.form.Limits;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Makes beans of the domain's classes. */
class Beans {

    @Produces
    @Singleton
    Acceptance acceptance(RequestLog log, Deliveries deliveries, InstantSource clock, IngestionConfig config) {
        return new Acceptance(log, deliveries, clock, new Limits(config.weightGramsMax()));
    }
}
