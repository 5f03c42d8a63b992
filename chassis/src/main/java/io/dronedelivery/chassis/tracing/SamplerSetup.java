package io.dronedelivery.chassis.tracing;

import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdkBuilder;
import io.quarkus.arc.Unremovable;
import io.quarkus.opentelemetry.runtime.AutoConfiguredOpenTelemetrySdkBuilderCustomizer;
import jakarta.inject.Singleton;

/** Puts the {@link LinkedSampler} around the sampler that is configured. A bean of type Sampler would replace that one. */
@Singleton
@Unremovable
class SamplerSetup implements AutoConfiguredOpenTelemetrySdkBuilderCustomizer {
    @Override
    public void customize(AutoConfiguredOpenTelemetrySdkBuilder sdk) {
        sdk.addSamplerCustomizer((configured, _) -> new LinkedSampler(configured));
    }
}
