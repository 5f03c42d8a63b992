/** The chassis without a container around it. */
@NullMarked
package io.dronedelivery.chassis.calls;

import org.jspecify.annotations.NullMarked;
