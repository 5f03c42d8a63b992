package io.dronedelivery.local.chaos.load;

/**
 * A request that was answered 202: it has to come to an end that its owner sees.
 *
 * @param what was asked for, in a word
 * @param accountId the owner
 */
public record AcceptedRequest(String what, String accountId, String deliveryId, String requestId) {}
