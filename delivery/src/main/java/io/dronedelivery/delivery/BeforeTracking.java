package io.dronedelivery.delivery;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Marks what {@link TrackingFilter} goes before. */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@interface BeforeTracking {}
