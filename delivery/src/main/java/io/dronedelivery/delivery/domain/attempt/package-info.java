/** What the scheduler and the supervisor do with an attempt: schedule it, close it, interrupt it. */
@NullMarked
package io.dronedelivery.delivery.domain.attempt;

import org.jspecify.annotations.NullMarked;
