/** The service supervisor, in three slices: compensation, watch and dead letters. What they have in common is in shared. */
@NullMarked
package io.dronedelivery.supervisor;

import org.jspecify.annotations.NullMarked;
