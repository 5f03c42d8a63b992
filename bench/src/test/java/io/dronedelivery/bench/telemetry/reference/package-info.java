@NullMarked
package io.dronedelivery.bench.telemetry.reference;

import org.jspecify.annotations.NullMarked;
