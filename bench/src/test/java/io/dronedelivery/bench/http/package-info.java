/** What of the load generator can be tried without timing. */
@NullMarked
package io.dronedelivery.bench.http;

import org.jspecify.annotations.NullMarked;
