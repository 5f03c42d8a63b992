/** Where the rejected reports are stored. */
@NullMarked
package io.dronedelivery.drone.report;

import org.jspecify.annotations.NullMarked;
