/** Tests of how a delivery is stored. */
@NullMarked
package io.dronedelivery.delivery.domain.lifecycle;

import org.jspecify.annotations.NullMarked;
