package io.dronedelivery.chassis.panache;

import io.dronedelivery.chassis.tracing.TraceContext;
import io.dronedelivery.contracts.Json;
import io.dronedelivery.contracts.Topic;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A row of the outbox: a message that is not published yet. The relay, which knows no entities, deletes it. */
@Entity
@Table(name = "outbox")
class OutboxRow extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    String topic;
    String key;

    @Column(name = "event_id")
    String eventId;

    String type;
    byte[] payload;

    /** The trace context of what decided it; null where that is not traced. */
    @Nullable
    String traceparent;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected OutboxRow() {}

    OutboxRow(Topic topic, String key, String eventId, Object contract) {
        this.topic = topic.topicName();
        this.key = key;
        this.eventId = eventId;
        this.type = contract.getClass().getSimpleName();
        this.payload = Json.bytes(contract);
        this.traceparent = TraceContext.current();
    }
}
