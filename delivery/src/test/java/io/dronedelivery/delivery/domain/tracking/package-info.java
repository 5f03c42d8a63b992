/** Tests of the slice. */
@NullMarked
package io.dronedelivery.delivery.domain.tracking;

import org.jspecify.annotations.NullMarked;
