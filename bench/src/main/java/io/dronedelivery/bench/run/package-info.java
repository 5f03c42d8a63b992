/** What every command of bench needs: its options, a system that is started and stopped, and the result. */
@NullMarked
package io.dronedelivery.bench.run;

import org.jspecify.annotations.NullMarked;
