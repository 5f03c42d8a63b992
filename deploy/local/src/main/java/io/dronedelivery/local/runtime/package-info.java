/** The runtime: starts the whole system on one state folder, and stops it in order. */
@NullMarked
package io.dronedelivery.local.runtime;

import org.jspecify.annotations.NullMarked;
