/** Packages and their state. */
@NullMarked
package io.dronedelivery.contracts.packaging;

import org.jspecify.annotations.NullMarked;
