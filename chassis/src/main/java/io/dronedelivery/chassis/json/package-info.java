/** Strict JSON: what is taken from clients, and how what does not fit is explained to them. */
@NullMarked
package io.dronedelivery.chassis.json;

import org.jspecify.annotations.NullMarked;
