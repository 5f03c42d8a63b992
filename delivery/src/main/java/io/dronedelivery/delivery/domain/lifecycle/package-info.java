/** A delivery: its states, the transitions that each permits, and what is recorded of it. */
@NullMarked
package io.dronedelivery.delivery.domain.lifecycle;

import org.jspecify.annotations.NullMarked;
