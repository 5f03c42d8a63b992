@NullMarked
package io.dronedelivery.bench.growth;

import org.jspecify.annotations.NullMarked;
