/** What operators do to a dead letter: edit, replay or discard it, and when each is possible. */
@NullMarked
package io.dronedelivery.supervisor.deadletter.domain.operations;

import org.jspecify.annotations.NullMarked;
