/** An open load of HTTP requests: each is due at a time that does not depend on the answers to others. */
@NullMarked
package io.dronedelivery.bench.http;

import org.jspecify.annotations.NullMarked;
