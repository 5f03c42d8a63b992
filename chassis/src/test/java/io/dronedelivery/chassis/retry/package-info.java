@NullMarked
package io.dronedelivery.chassis.retry;

import org.jspecify.annotations.NullMarked;
