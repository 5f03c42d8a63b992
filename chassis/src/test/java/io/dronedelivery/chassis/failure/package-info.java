@NullMarked
package io.dronedelivery.chassis.failure;

import org.jspecify.annotations.NullMarked;
