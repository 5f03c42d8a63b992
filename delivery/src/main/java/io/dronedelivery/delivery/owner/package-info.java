/** The API for a delivery's owner: views, search, live tracking and confirmation. */
@NullMarked
package io.dronedelivery.delivery.owner;

import org.jspecify.annotations.NullMarked;
