/** A delivery as it is shown to its owner and to other services. */
@NullMarked
package io.dronedelivery.delivery.domain.view;

import org.jspecify.annotations.NullMarked;
