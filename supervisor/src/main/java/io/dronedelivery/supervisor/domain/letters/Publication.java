package io.dronedelivery.supervisor.domain.letters;

import io.dronedelivery.contracts.Topic;

/**
 * A message to be published again.
 *
 * @param id its CloudEvents id
 * @param type its CloudEvents type
 */
public record Publication(Topic topic, String key, String id, String type, Payload payload) {}
