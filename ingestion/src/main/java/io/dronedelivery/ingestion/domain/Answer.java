package io.dronedelivery.ingestion.domain;

import io.dronedelivery.contracts.Problem.FieldError;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import java.util.List;

/** What a client is told. */
public sealed interface Answer {

    /** The request is stored and will be carried out, or refused with a reason. */
    record Accepted(String deliveryId, String requestId, DeliveryStatus status) implements Answer {}

    /** The request is not stored: these fields are wrong. */
    record Invalid(List<FieldError> errors) implements Answer {}

    /** The request is not stored: it is impossible by now. */
    record Impossible(Refusal code, String detail) implements Answer {}
}
