/** Records that no producer of ours sends, and the test of each service with them. */
@NullMarked
package io.dronedelivery.testing.records;

import org.jspecify.annotations.NullMarked;
