/** Tests of what phones are told. */
@NullMarked
package io.dronedelivery.gateway.mobile;

import org.jspecify.annotations.NullMarked;
