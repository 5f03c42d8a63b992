/** Shipments by third parties: who carries, under which attempt, and how far the parcel has come. */
@NullMarked
package io.dronedelivery.transport.domain;

import org.jspecify.annotations.NullMarked;
