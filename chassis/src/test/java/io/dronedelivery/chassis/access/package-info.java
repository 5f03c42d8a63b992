@NullMarked
package io.dronedelivery.chassis.access;

import org.jspecify.annotations.NullMarked;
