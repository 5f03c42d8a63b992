/** The command <code>demo</code>: orders deliveries through the public API and shows how they go on. */
@NullMarked
package io.dronedelivery.local.demo;

import org.jspecify.annotations.NullMarked;
