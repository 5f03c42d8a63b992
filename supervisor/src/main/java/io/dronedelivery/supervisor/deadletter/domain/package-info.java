/** Dead letters: messages that a consumer could not parse or process, and what operators do with them. */
@NullMarked
package io.dronedelivery.supervisor.deadletter.domain;

import org.jspecify.annotations.NullMarked;
