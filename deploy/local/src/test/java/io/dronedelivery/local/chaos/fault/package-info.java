/** Tests of the plan of faults, and of faults that are injected into a tiny process. */
@NullMarked
package io.dronedelivery.local.chaos.fault;

import org.jspecify.annotations.NullMarked;
