/** Dead letters at their edge: their consumer, operator API, table and meter. */
@NullMarked
package io.dronedelivery.supervisor.deadletter;

import org.jspecify.annotations.NullMarked;
