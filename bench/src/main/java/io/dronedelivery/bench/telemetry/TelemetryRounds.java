package io.dronedelivery.bench.telemetry;

import io.dronedelivery.bench.measurement.MeasuredSystem;
import io.dronedelivery.bench.report.Figure;
import io.dronedelivery.bench.seed.Database;
import io.dronedelivery.bench.seed.KeptRows;
import io.dronedelivery.bench.telemetry.reference.StreamsGuarantee;
import io.dronedelivery.local.project.Service;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Rounds, in each of which every active drone reports one leg of its flight. That backlog is written while all stand still, and
 * then each contestant works it off alone. The service is the first, since one that stands still for a minute is taken for hung
 * and started again; then it rests. The references follow in another order each time.
 */
public final class TelemetryRounds implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long ORDER_SEED = 1;

    private final MeasuredSystem system;
    private final Topics topics = new Topics();
    private final Backlog backlog;
    private final SeededDeliveries deliveries;
    private final Contestants contestants;
    private final int perLeg;
    private final Random random = new Random(ORDER_SEED);
    private List<Flight> flying = new ArrayList<>();
    private List<Flight> waiting;
    private int rounds;

    /**
     * Seeds the running system, and starts the references.
     *
     * @param active how many deliveries are under way in each round
     * @param positions how many positions each of their drones reports in a round
     */
    public TelemetryRounds(MeasuredSystem system, int active, int positions) throws InterruptedException {
        this.system = system;
        this.perLeg = active / Leg.values().length;
        this.backlog = new Backlog(new FlightPath(Instant.now(), positions));
        this.deliveries = new SeededDeliveries(system.token(Service.SCHEDULER), backlog);
        this.contestants = new Contestants(system, topics);
        for (Leg leg : Leg.values()) {
            flying.addAll(add(leg));
        }
        this.waiting = add(Leg.TAKE_OFF);
        KeptRows.vacuum(Database.of(Service.DELIVERY));
    }

    private List<Flight> add(Leg leg) {
        List<Flight> added = deliveries.add(leg, perLeg);
        backlog.tell(added);
        return added;
    }

    /** Runs one round and returns its figures. */
    public Map<Figure, Double> round() throws InterruptedException {
        awaitFlightsKnown();
        List<Contestant> references = new ArrayList<>(contestants.references());
        Collections.rotate(references, rounds++);
        Collections.shuffle(flying, random);
        List<Turn> turns = new ArrayList<>();
        try (Standstill standstill = new Standstill()) {
            begin(contestants.service(), standstill);
            references.forEach(reference -> begin(reference, standstill));
            int positions = backlog.write(flying);
            turns.add(Turn.of(contestants.service(), standstill, system, topics, positions));
            for (Contestant reference : references) {
                turns.add(Turn.of(reference, standstill, system, topics, positions));
                standstill.begin(reference);
            }
        }
        replaceDelivered();
        return TelemetryFigures.of(turns);
    }

    private void begin(Contestant contestant, Standstill standstill) {
        contestant.statuses().ifPresent(statuses -> statuses.expect(flying));
        standstill.begin(contestant);
    }

    private void awaitFlightsKnown() throws InterruptedException {
        for (StreamsGuarantee guarantee : StreamsGuarantee.values()) {
            long _ = topics.awaitNoLag(guarantee.group(), StreamsGuarantee.FLIGHTS_TOPIC, PATIENCE);
        }
    }

    private void replaceDelivered() {
        flying = new ArrayList<>(
                flying.stream().map(Flight::next).flatMap(Optional::stream).toList());
        flying.addAll(waiting);
        waiting = add(Leg.TAKE_OFF);
    }

    @Override
    public void close() {
        contestants.close();
        backlog.close();
        topics.close();
    }
}
