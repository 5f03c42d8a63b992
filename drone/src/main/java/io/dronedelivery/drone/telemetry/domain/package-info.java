/** What drones report: checked, published, answered with orders, and watched for lost links and stopped flights. */
@NullMarked
package io.dronedelivery.drone.telemetry.domain;

import org.jspecify.annotations.NullMarked;
