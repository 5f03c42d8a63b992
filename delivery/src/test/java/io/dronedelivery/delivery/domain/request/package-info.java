/** Tests of the slice. */
@NullMarked
package io.dronedelivery.delivery.domain.request;

import org.jspecify.annotations.NullMarked;
