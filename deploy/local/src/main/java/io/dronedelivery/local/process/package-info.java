/** Processes: starting, monitoring, restarting and stopping them, and the status of each. */
@NullMarked
package io.dronedelivery.local.process;

import org.jspecify.annotations.NullMarked;
