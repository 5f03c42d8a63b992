/** Tests of the edge, on a real database and a real broker. */
@NullMarked
package io.dronedelivery.delivery;

import org.jspecify.annotations.NullMarked;
