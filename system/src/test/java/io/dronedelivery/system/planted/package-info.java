/** Bugs planted in the code, one at a time, to see whether the simulation finds them. */
@NullMarked
package io.dronedelivery.system.planted;

import org.jspecify.annotations.NullMarked;
