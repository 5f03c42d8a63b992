@NullMarked
package io.dronedelivery.chassis.clock;

import org.jspecify.annotations.NullMarked;
