/** The last report of each drone, and the reports that were rejected. */
@NullMarked
package io.dronedelivery.drone.report.domain;

import org.jspecify.annotations.NullMarked;
