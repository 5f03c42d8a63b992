/** References: small programs on the same stack without this system's logic, each in a JVM of its own. */
@NullMarked
package io.dronedelivery.bench.reference;

import org.jspecify.annotations.NullMarked;
