@NullMarked
package io.dronedelivery.mavlink.log;

import org.jspecify.annotations.NullMarked;
