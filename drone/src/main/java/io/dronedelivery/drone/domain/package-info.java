/** The domain, put together from its slices. */
@NullMarked
package io.dronedelivery.drone.domain;

import org.jspecify.annotations.NullMarked;
