/** Tokens for tests and for the local runtime, signed by keys of this machine. */
@NullMarked
package io.dronedelivery.testing.access;

import org.jspecify.annotations.NullMarked;
