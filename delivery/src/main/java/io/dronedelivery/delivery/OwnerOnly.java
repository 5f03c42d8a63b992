package io.dronedelivery.delivery;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Answers 404 before the method is called, unless the delivery is the caller's: for streams, which begin with their 200. */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@interface OwnerOnly {}
