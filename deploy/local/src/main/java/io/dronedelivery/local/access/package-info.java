/** Tokens of the local runtime: who gets one, where it is, and when it is renewed. */
@NullMarked
package io.dronedelivery.local.access;

import org.jspecify.annotations.NullMarked;
