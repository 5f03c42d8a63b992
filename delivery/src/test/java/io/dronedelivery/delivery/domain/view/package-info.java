/** Tests of the slice. */
@NullMarked
package io.dronedelivery.delivery.domain.view;

import org.jspecify.annotations.NullMarked;
