/** Tests of how the tables are read. */
@NullMarked
package io.dronedelivery.delivery.store;

import org.jspecify.annotations.NullMarked;
