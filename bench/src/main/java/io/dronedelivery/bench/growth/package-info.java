/** How much slower the system is when it has grown: with many deliveries under way, and many more past ones. */
@NullMarked
package io.dronedelivery.bench.growth;

import org.jspecify.annotations.NullMarked;
