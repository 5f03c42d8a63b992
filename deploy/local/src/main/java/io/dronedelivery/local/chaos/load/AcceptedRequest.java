package io.dronedelivery.local.chaos.load;

/**
 * A request that was answered 202. Its owner has to see how it ends.
 *
 * @param what the kind of request, in a word
 * @param accountId the owner
 */
public record AcceptedRequest(String what, String accountId, String deliveryId, String requestId) {}
