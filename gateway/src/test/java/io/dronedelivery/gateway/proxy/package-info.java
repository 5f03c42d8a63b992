@NullMarked
package io.dronedelivery.gateway.proxy;

import org.jspecify.annotations.NullMarked;
