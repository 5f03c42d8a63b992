/** The published language: what services say to each other and to the public, as records whose JSON is the wire form. */
@NullMarked
package io.dronedelivery.contracts;

import org.jspecify.annotations.NullMarked;
