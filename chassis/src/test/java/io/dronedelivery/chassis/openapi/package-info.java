@NullMarked
package io.dronedelivery.chassis.openapi;

import org.jspecify.annotations.NullMarked;
