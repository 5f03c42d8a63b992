/** The traces of an observed system: received, kept while there is room, and shown as a tree or a picture. */
@NullMarked
package io.dronedelivery.local.trace;

import org.jspecify.annotations.NullMarked;
