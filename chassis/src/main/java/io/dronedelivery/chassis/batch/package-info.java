/** What several callers ask for, done at once. */
@NullMarked
package io.dronedelivery.chassis.batch;

import org.jspecify.annotations.NullMarked;
