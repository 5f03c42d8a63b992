/** The command line: the commands that start, show and stop the system, and the list of all commands. */
@NullMarked
package io.dronedelivery.local.cli;

import org.jspecify.annotations.NullMarked;
