/** The real system, started and used as a newcomer would. */
@NullMarked
package io.dronedelivery.system.journey;

import org.jspecify.annotations.NullMarked;
