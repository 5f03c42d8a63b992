/** What stands in the tests for what is around the gateway: services, an issuer of tokens, clients. */
@NullMarked
package io.dronedelivery.gateway.standin;

import org.jspecify.annotations.NullMarked;
