/** The programs that the service delivery is compared with. Each runs in a JVM of its own. */
@NullMarked
package io.dronedelivery.bench.telemetry.reference;

import org.jspecify.annotations.NullMarked;
