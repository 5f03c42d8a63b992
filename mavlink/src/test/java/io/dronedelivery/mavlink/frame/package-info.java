@NullMarked
package io.dronedelivery.mavlink.frame;

import org.jspecify.annotations.NullMarked;
