/** Tests of backup and restore, on files and on a real PostgreSQL. */
@NullMarked
package io.dronedelivery.local.backup;

import org.jspecify.annotations.NullMarked;
