/** The REST API of bases and drones, and how they are stored. */
@NullMarked
package io.dronedelivery.drone.registry;

import org.jspecify.annotations.NullMarked;
