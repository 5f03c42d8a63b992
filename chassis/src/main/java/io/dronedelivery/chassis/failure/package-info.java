/** Failures of other processes, and refusals: what they mean, and the problem details (RFC 9457) that clients are told. */
@NullMarked
package io.dronedelivery.chassis.failure;

import org.jspecify.annotations.NullMarked;
