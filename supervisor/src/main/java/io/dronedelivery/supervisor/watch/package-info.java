/** The watch at its edge: its consumers, timer, operator API, tables, meters, and calls to the service delivery. */
@NullMarked
package io.dronedelivery.supervisor.watch;

import org.jspecify.annotations.NullMarked;
