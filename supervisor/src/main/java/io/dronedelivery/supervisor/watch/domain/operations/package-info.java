/** What operators do to an alert: publish a request again, interrupt a flight, or resolve it. */
@NullMarked
package io.dronedelivery.supervisor.watch.domain.operations;

import org.jspecify.annotations.NullMarked;
