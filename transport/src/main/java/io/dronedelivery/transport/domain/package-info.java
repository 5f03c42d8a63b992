/** Shipments by third parties: who carries, under which attempt, how far it has come; and the simulated carrier Overland. */
@NullMarked
package io.dronedelivery.transport.domain;

import org.jspecify.annotations.NullMarked;
