/** The edge of the service: the API for other services, and the consumers. */
@NullMarked
package io.dronedelivery.delivery;

import org.jspecify.annotations.NullMarked;
