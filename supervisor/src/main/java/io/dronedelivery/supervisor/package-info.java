/** The service supervisor: its operator API, its consumers, its table, and its calls to the other services. */
@NullMarked
package io.dronedelivery.supervisor;

import org.jspecify.annotations.NullMarked;
