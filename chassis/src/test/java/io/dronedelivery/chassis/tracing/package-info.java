@NullMarked
package io.dronedelivery.chassis.tracing;

import org.jspecify.annotations.NullMarked;
