/** What every service's edge must withstand. */
@NullMarked
package io.dronedelivery.testing.edge;

import org.jspecify.annotations.NullMarked;
