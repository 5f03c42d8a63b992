/** What the tests of the slices share, and tests of the whole life of a delivery. */
@NullMarked
package io.dronedelivery.delivery.domain;

import org.jspecify.annotations.NullMarked;
