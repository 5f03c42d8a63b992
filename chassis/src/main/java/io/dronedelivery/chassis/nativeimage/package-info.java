/** What the builder of native executables can't see by itself: the types that are read and written by reflection. */
@NullMarked
package io.dronedelivery.chassis.nativeimage;

import org.jspecify.annotations.NullMarked;
