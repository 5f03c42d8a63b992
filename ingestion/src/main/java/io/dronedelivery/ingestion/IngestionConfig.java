package io.dronedelivery.ingestion;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The settings of ingestion. */
@ConfigMapping(prefix = "ingestion")
interface IngestionConfig {

    /** The heaviest parcel, in grams, that any carrier takes. */
    @WithDefault("30000")
    int weightGramsMax();

    /** How long a client waits for the broker before it is told that the outcome is unknown. */
    @WithDefault("5s")
    Duration acknowledgementTimeout();
}
