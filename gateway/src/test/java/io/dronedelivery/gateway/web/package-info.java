/** Tests of what the operators' console is told. */
@NullMarked
package io.dronedelivery.gateway.web;

import org.jspecify.annotations.NullMarked;
