package io.dronedelivery.bench.telemetry;

import io.dronedelivery.bench.telemetry.reference.FlightState;
import io.dronedelivery.bench.telemetry.reference.StreamsGuarantee;
import io.dronedelivery.contracts.Json;
import io.dronedelivery.contracts.Topic;
import io.dronedelivery.local.project.Endpoints;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes what drones report to the drone location stream, as the service drone does: by drone, one second after the other. */
final class Backlog implements AutoCloseable {
    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", Endpoints.kafka(), "linger.ms", 20, "batch.size", 64 << 10),
            new StringSerializer(),
            new ByteArraySerializer());
    private final FlightPath path;

    Backlog(FlightPath path) {
        this.path = path;
    }

    /**
     * Writes one leg of each flight, and returns when the broker has all of it.
     *
     * @return how many positions these are
     */
    int write(List<Flight> flights) {
        for (int index = 0; index < path.positionsPerLeg(); index++) {
            for (Flight flight : flights) {
                byte[] sample = Json.bytes(path.sample(flight, index));
                producer.send(new ProducerRecord<>(Topic.DRONE_TELEMETRY.topicName(), flight.droneId(), sample));
            }
        }
        producer.flush();
        return flights.size() * path.positionsPerLeg();
    }

    /** Tells stream processors of flights, as they are at the begin of their legs. */
    void tell(List<Flight> flights) {
        for (Flight flight : flights) {
            FlightState state = new FlightState(
                    flight.deliveryId(),
                    TemplateDelivery.ACCOUNT,
                    FlightPath.ATTEMPT,
                    FlightPath.PICKUP,
                    FlightPath.DROPOFF,
                    flight.leg().before(),
                    1);
            producer.send(new ProducerRecord<>(StreamsGuarantee.FLIGHTS_TOPIC, flight.droneId(), Json.bytes(state)));
        }
        producer.flush();
    }

    @Override
    public void close() {
        producer.close();
    }
}
