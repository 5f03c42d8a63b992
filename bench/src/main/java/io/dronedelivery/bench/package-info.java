/** The command <code>bench</code>: what the whole system costs, measured on a system of its own. */
@NullMarked
package io.dronedelivery.bench;

import org.jspecify.annotations.NullMarked;
