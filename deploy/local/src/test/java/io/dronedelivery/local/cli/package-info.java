/** What the command line takes. */
@NullMarked
package io.dronedelivery.local.cli;

import org.jspecify.annotations.NullMarked;
