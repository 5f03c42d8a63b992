/** The command line <code>dronectl</code>, and the runtime that keeps the whole system running on one machine. */
@NullMarked
package io.dronedelivery.local;

import org.jspecify.annotations.NullMarked;
