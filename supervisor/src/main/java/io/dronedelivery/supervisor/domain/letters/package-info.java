/** Dead letters: what could not be parsed or processed, and what operators make of it. */
@NullMarked
package io.dronedelivery.supervisor.domain.letters;

import org.jspecify.annotations.NullMarked;
