package io.dronedelivery.supervisor.deadletter.domain;

import io.dronedelivery.supervisor.deadletter.domain.DeadLetter.Failure;
import java.time.Instant;

/**
 * The open letters that one fault has left, in one consumer group of one topic.
 *
 * @param topic the origin topic
 * @param open how many
 * @param latest the id of the latest
 * @param failure that of the latest; its group and digest are those of all
 */
public record Fault(String topic, long open, Instant firstSeen, Instant lastSeen, long latest, Failure failure) {}
