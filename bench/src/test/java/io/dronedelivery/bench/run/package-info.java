/** What of a measurement's results can be tried without a system. */
@NullMarked
package io.dronedelivery.bench.run;

import org.jspecify.annotations.NullMarked;
