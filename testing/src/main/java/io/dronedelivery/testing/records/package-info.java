/** Records that no producer of ours sends, and the test that each service passes with them. */
@NullMarked
package io.dronedelivery.testing.records;

import org.jspecify.annotations.NullMarked;
