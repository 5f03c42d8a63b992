/** The parts that an answer of the gateway is made of, each asked of one service. */
@NullMarked
package io.dronedelivery.gateway.part;

import org.jspecify.annotations.NullMarked;
