@NullMarked
package io.dronedelivery.chassis.messaging;

import org.jspecify.annotations.NullMarked;
