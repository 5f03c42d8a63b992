/** Compensation: which attempts are to be undone, what of each is undone already, and when it is tried again. */
@NullMarked
package io.dronedelivery.supervisor.compensation.domain;

import org.jspecify.annotations.NullMarked;
