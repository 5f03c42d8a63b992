@NullMarked
package io.dronedelivery.bench.telemetry;

import org.jspecify.annotations.NullMarked;
