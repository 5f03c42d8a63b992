@NullMarked
package io.dronedelivery.gateway.route;

import org.jspecify.annotations.NullMarked;
