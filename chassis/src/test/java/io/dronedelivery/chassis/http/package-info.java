@NullMarked
package io.dronedelivery.chassis.http;

import org.jspecify.annotations.NullMarked;
