@NullMarked
package io.dronedelivery.chassis.channel;

import org.jspecify.annotations.NullMarked;
