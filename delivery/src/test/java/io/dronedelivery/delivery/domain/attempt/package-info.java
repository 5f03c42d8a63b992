/** Tests of the slice. */
@NullMarked
package io.dronedelivery.delivery.domain.attempt;

import org.jspecify.annotations.NullMarked;
