/** The commands <code>backup</code> and <code>restore</code>: all data of a system at one moment, or its databases to the last commit. */
@NullMarked
package io.dronedelivery.local.backup;

import org.jspecify.annotations.NullMarked;
