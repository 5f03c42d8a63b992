/** What delivery tells: the events on the topic <code>delivery.events</code>, attempts, and the public view of a delivery. */
@NullMarked
package io.dronedelivery.contracts.delivery;

import org.jspecify.annotations.NullMarked;
