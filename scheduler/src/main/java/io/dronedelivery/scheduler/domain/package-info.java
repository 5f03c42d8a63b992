/** Carrying requests out, step by step, and asking for compensation where that fails. */
@NullMarked
package io.dronedelivery.scheduler.domain;

import org.jspecify.annotations.NullMarked;
