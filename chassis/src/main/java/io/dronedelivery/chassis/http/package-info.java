/** How every service reads requests and answers errors: size limits, methods, clients that disconnect, problem details. */
@NullMarked
package io.dronedelivery.chassis.http;

import org.jspecify.annotations.NullMarked;
