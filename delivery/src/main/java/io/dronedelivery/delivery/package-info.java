/** The edge of the service: its topics, its REST resources, its tables. */
@NullMarked
package io.dronedelivery.delivery;

import org.jspecify.annotations.NullMarked;
