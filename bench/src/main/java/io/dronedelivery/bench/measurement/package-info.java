/** What is measured: readings of CPU time, memory and PostgreSQL, and the report that is made of them. */
@NullMarked
package io.dronedelivery.bench.measurement;

import org.jspecify.annotations.NullMarked;
