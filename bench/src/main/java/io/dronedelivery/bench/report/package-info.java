/** What a measurement results in: figures over several rounds, on which machine, as a table and as JSON. */
@NullMarked
package io.dronedelivery.bench.report;

import org.jspecify.annotations.NullMarked;
