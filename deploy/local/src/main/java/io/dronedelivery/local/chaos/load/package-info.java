/** The load of a chaos run: requests of many customers, and what each was answered. */
@NullMarked
package io.dronedelivery.local.chaos.load;

import org.jspecify.annotations.NullMarked;
