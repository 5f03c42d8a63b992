/** The domain, put together from its slices. */
@NullMarked
package io.dronedelivery.delivery.domain;

import org.jspecify.annotations.NullMarked;
