/** The wire form, pinned by samples. */
@NullMarked
package io.dronedelivery.contracts;

import org.jspecify.annotations.NullMarked;
