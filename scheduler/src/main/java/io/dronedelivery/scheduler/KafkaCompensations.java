package io.dronedelivery.scheduler;

import io.dronedelivery.chassis.messaging.Envelope;
import io.dronedelivery.contracts.scheduler.CompensationRequested;
import io.dronedelivery.scheduler.domain.Compensations;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.jboss.logging.Logger;

/** Asks for compensation in the topic <code>delivery.compensations</code>. */
@ApplicationScoped
class KafkaCompensations implements Compensations {
    private static final Logger log = Logger.getLogger(KafkaCompensations.class);

    private final MutinyEmitter<byte[]> compensations;

    KafkaCompensations(@Channel("delivery-compensations-out") MutinyEmitter<byte[]> compensations) {
        this.compensations = compensations;
    }

    @Override
    public Uni<Void> request(CompensationRequested compensation) {
        log.infof(
                "request failed delivery=%s attempt=%d step=%s code=%s undo=%s",
                compensation.deliveryId(),
                compensation.attempt(),
                compensation.failed(),
                compensation.code(),
                compensation.undo());
        return compensations.sendMessage(
                Envelope.of(compensation.deliveryId(), compensation.compensationId(), compensation));
    }
}
