/** The chassis without a container around it. */
@NullMarked
package io.dronedelivery.chassis;

import org.jspecify.annotations.NullMarked;
