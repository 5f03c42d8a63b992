@NullMarked
package io.dronedelivery.bench.seed;

import org.jspecify.annotations.NullMarked;
