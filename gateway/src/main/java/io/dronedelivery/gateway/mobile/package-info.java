/** What an app on a phone is told: a delivery, made for a small screen, in one call. */
@NullMarked
package io.dronedelivery.gateway.mobile;

import org.jspecify.annotations.NullMarked;
