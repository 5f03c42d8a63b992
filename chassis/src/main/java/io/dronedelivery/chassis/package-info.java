/** The microservice chassis: default configuration, problem details, the clock, and how messages are sent and consumed. */
@NullMarked
package io.dronedelivery.chassis;

import org.jspecify.annotations.NullMarked;
