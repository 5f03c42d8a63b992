package io.dronedelivery.bench.load;

import io.dronedelivery.bench.http.LoadGenerator;
import io.dronedelivery.bench.http.LoadRound;
import io.dronedelivery.bench.measurement.InvalidMeasurement;
import io.dronedelivery.bench.measurement.MeasuredSystem;
import io.dronedelivery.contracts.Json;
import io.dronedelivery.contracts.Topic;
import io.dronedelivery.contracts.delivery.Assignment.Means;
import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryCreated;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.local.project.Endpoints;
import io.dronedelivery.simulator.FleetPlan;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;

/** Orders at a given rate, whether earlier ones were carried out or not; there are more parked drones than orders. */
public final class PacedLoad implements AutoCloseable {
    private static final int CONNECTIONS = 64;
    private static final double CARRIED_OUT_MIN = 0.9;

    private final LongAdder byDrone = new LongAdder();
    private final LongAdder otherwise = new LongAdder();
    private final double rate;
    private final LoadGenerator generator;
    private final TopicReader events;

    /**
     * A load that has not begun.
     *
     * @param perSecond the orders per second
     * @param length how long the load will last
     */
    public PacedLoad(MeasuredSystem system, double perSecond, Duration length) {
        FleetPlan plan = FleetPlan.load();
        system.register(new FleetPlan(Map.of(), Map.of(), Orders.terms()));
        new ParkedDrones(system, plan, "paced-" + UUID.randomUUID()).increaseTo((int) (perSecond * length.toSeconds()));
        this.rate = perSecond;
        this.generator = OrderRequests.load(system, CONNECTIONS);
        this.events = new TopicReader(
                Endpoints.kafka(),
                Topic.DELIVERY_EVENTS.topicName(),
                (_, value) -> count(Json.read(value, DeliveryEvent.class)));
    }

    private void count(DeliveryEvent event) {
        if (event instanceof DeliveryCreated created && created.assignment().means() == Means.DRONE) {
            byDrone.increment();
        } else if (event.header().status() != DeliveryStatus.PENDING) {
            otherwise.increment();
        }
    }

    /**
     * What a round has shown.
     *
     * @param requests the orders
     * @param carriedOut the deliveries per second that were scheduled with a drone meanwhile
     */
    public record Round(LoadRound requests, double carriedOut) {}

    /** Orders for that time. */
    public Round order(Duration length) throws InterruptedException {
        byDrone.reset();
        otherwise.reset();
        long begin = System.nanoTime();
        LoadRound requests = generator.atRate(rate, length);
        double carriedOut = byDrone.sum() * 1e9 / (System.nanoTime() - begin);
        if (otherwise.sum() > 0) {
            throw new InvalidMeasurement(otherwise.sum() + " orders were not carried out by a drone");
        }
        return new Round(requests.requireAnswered(), carriedOut);
    }

    /** The same, where all that was ordered has to be carried out as well. */
    public Round measure(Duration length) throws InterruptedException {
        Round round = order(length);
        if (round.carriedOut() < CARRIED_OUT_MIN * rate) {
            throw new InvalidMeasurement(String.format(
                    Locale.ROOT,
                    "of %.0f deliveries ordered a second, only %.1f were carried out",
                    rate,
                    round.carriedOut()));
        }
        round.requests().requirePunctual();
        return round;
    }

    @Override
    public void close() {
        events.close();
    }
}
