package io.dronedelivery.bench.telemetry;

import io.dronedelivery.bench.seed.Database;
import io.dronedelivery.bench.seed.KeptRows;
import io.dronedelivery.contracts.Topic;
import io.dronedelivery.local.project.Service;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Deliveries in the database of the service, at the begin of a leg. The service itself makes one for each leg, whose drone flies
 * the legs before it; the others are copies of its rows.
 */
final class SeededDeliveries {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** A delivery that the service made, and the rows that it keeps of it. */
    private record Template(Flight flight, KeptRows rows) {}

    private final Map<Leg, Template> templates = new EnumMap<>(Leg.class);
    private int copies;

    /**
     * Has the service make the templates.
     *
     * @param token the file of the token that the scheduler calls with
     */
    SeededDeliveries(Path token, Backlog backlog) throws InterruptedException {
        TemplateDelivery service = new TemplateDelivery(token);
        try (StatusCounts statuses = new StatusCounts(Topic.DELIVERY_EVENTS.topicName())) {
            for (Leg leg : Leg.values()) {
                Flight template = Flight.template(UUID.randomUUID().toString(), leg);
                service.schedule(template);
                fly(template, backlog, statuses);
                templates.put(
                        leg, new Template(template, KeptRows.of(Database.of(Service.DELIVERY), template.deliveryId())));
            }
        }
    }

    private static void fly(Flight template, Backlog backlog, StatusCounts statuses) {
        for (Leg earlier : Leg.values()) {
            if (earlier.compareTo(template.leg()) < 0) {
                List<Flight> flight = List.of(template.on(earlier));
                statuses.expect(flight);
                backlog.write(flight);
            }
        }
        statuses.awaitAll(PATIENCE);
    }

    /** Adds deliveries at the begin of that leg. */
    List<Flight> add(Leg leg, int count) {
        int first = copies;
        copies += count;
        Template template = Objects.requireNonNull(templates.get(leg));
        template.rows().copy(first, count);
        return IntStream.range(first, copies).mapToObj(template.flight()::copy).toList();
    }
}
