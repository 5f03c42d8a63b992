/** Compensation at its edge: its consumers, timer, operator API, table, and calls to the services that undo. */
@NullMarked
package io.dronedelivery.supervisor.compensation;

import org.jspecify.annotations.NullMarked;
