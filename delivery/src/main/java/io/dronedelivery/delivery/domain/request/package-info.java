/** What customers ask for: to schedule, reschedule and cancel a delivery, and to confirm its hand-over. */
@NullMarked
package io.dronedelivery.delivery.domain.request;

import org.jspecify.annotations.NullMarked;
