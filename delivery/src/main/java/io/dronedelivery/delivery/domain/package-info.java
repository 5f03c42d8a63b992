/** The life of a delivery: its states, the rules that move it on, and the port that keeps it. */
@NullMarked
package io.dronedelivery.delivery.domain;

import org.jspecify.annotations.NullMarked;
