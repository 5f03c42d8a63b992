/** Describes the topics and their messages (AsyncAPI 3.0), from the contracts themselves. */
@NullMarked
package io.dronedelivery.contracts.asyncapi;

import org.jspecify.annotations.NullMarked;
