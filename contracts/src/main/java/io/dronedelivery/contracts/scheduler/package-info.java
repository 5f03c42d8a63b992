/** What the scheduler asks of the supervisor: compensation. */
@NullMarked
package io.dronedelivery.contracts.scheduler;

import org.jspecify.annotations.NullMarked;
