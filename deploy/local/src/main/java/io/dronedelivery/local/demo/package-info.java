/** The demonstration: schedules deliveries through the public API and watches them until they end. */
@NullMarked
package io.dronedelivery.local.demo;

import org.jspecify.annotations.NullMarked;
