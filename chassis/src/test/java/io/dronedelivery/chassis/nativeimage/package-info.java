/** The scan for types, on the tests' own class path. */
@NullMarked
package io.dronedelivery.chassis.nativeimage;

import org.jspecify.annotations.NullMarked;
