/** Tests of the packages as a whole. */
@NullMarked
package io.dronedelivery.local;

import org.jspecify.annotations.NullMarked;
