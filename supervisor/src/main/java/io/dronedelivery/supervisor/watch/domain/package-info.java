/** The watch: follows every accepted request and every delivery to its end, and raises an alert where none comes. */
@NullMarked
package io.dronedelivery.supervisor.watch.domain;

import org.jspecify.annotations.NullMarked;
