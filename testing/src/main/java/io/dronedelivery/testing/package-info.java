/** What tests stand on: real components, samples, and the rules of the architecture. */
@NullMarked
package io.dronedelivery.testing;

import org.jspecify.annotations.NullMarked;
