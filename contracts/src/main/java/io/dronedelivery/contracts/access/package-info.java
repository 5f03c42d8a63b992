/** What a token says of its bearer. */
@NullMarked
package io.dronedelivery.contracts.access;

import org.jspecify.annotations.NullMarked;
