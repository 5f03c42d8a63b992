package io.dronedelivery.delivery.owner;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Marks the method that {@link TrackingFilter} runs before. */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@interface BeforeTracking {}
