package io.dronedelivery.ingestion;

import io.dronedelivery.chassis.failure.ProblemException;
import io.dronedelivery.chassis.failure.Problems;
import io.dronedelivery.chassis.http.ProblemAnswers;
import io.dronedelivery.contracts.Problem;
import io.dronedelivery.contracts.ingestion.DeliveryAccepted;
import io.dronedelivery.contracts.ingestion.DeliveryAccepted.Links;
import io.dronedelivery.ingestion.domain.Answer;
import io.dronedelivery.ingestion.domain.Answer.Accepted;
import io.dronedelivery.ingestion.domain.Answer.Impossible;
import io.dronedelivery.ingestion.domain.Answer.Invalid;
import io.dronedelivery.ingestion.domain.NotAcknowledged;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns answers into HTTP responses. */
@Singleton
class Replies {
    private static final Logger log = Logger.getLogger(Replies.class);
    private static final int RETRY_AFTER_SECONDS = 2;

    private final ProblemAnswers answers;
    private final String deliveries;

    Replies(ProblemAnswers answers, @ConfigProperty(name = "public.url") URI publicUrl) {
        this.answers = answers;
        this.deliveries = publicUrl.resolve("/api/v2/deliveries/").toString();
    }

    Response reply(Answer answer) {
        return switch (answer) {
            case Accepted accepted -> {
                DeliveryAccepted body = body(accepted);
                yield Response.accepted(body).location(body.links().self()).build();
            }
            case Invalid invalid -> throw new ProblemException(Problems.invalid(invalid.errors()));
            case Impossible impossible -> throw new ProblemException(impossible.code(), impossible.detail());
        };
    }

    @ServerExceptionMapper
    Response outcomeUnknown(NotAcknowledged lost) {
        log.warnf(lost.getCause(), "outcome unknown delivery=%s", lost.deliveryId());
        Problem plain = Problems.of(
                503,
                "OUTCOME_UNKNOWN",
                "The request may or may not have been stored for delivery %s. With the same Idempotency-Key it is safe to repeat."
                        .formatted(lost.deliveryId()));
        Problem problem =
                new Problem(plain.type(), plain.title(), plain.status(), plain.detail(), null, null, lost.deliveryId());
        return Response.fromResponse(answers.of(problem))
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .build();
    }

    private DeliveryAccepted body(Accepted accepted) {
        String self = deliveries + accepted.deliveryId();
        Links links = new Links(URI.create(self), URI.create(self + "/timeline"), URI.create(self + "/tracking"));
        return new DeliveryAccepted(accepted.deliveryId(), accepted.requestId(), accepted.status(), links);
    }
}
