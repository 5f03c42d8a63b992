/** Tests of the life of a delivery, and its port in memory. */
@NullMarked
package io.dronedelivery.delivery.domain;

import org.jspecify.annotations.NullMarked;
