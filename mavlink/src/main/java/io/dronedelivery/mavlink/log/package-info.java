/** Telemetry logs of ground stations, the flights in them, and their time. */
@NullMarked
package io.dronedelivery.mavlink.log;

import org.jspecify.annotations.NullMarked;
