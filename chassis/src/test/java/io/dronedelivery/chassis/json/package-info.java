@NullMarked
package io.dronedelivery.chassis.json;

import org.jspecify.annotations.NullMarked;
