package io.dronedelivery.gateway.web;

import io.dronedelivery.gateway.part.Part;
import io.dronedelivery.gateway.web.OperatorClients.Attention;
import io.dronedelivery.gateway.web.OperatorClients.Circuit;
import io.dronedelivery.gateway.web.OperatorClients.DeliveryCounts;
import io.dronedelivery.gateway.web.OperatorClients.DroneCounts;
import io.dronedelivery.gateway.web.OperatorClients.Intake;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the system stands. What could not be had is absent, and never counted as nothing.
 *
 * @param deliveries how many are under way, by status
 * @param drones how many there are, by availability
 * @param intake whether new requests are carried out
 * @param attention what needs a person
 * @param cutOff the calls that are kept from a service since it fails, of the services that could be asked
 * @param incomplete the services whose part is missing, or some of it
 */
record Board(
        @Nullable Map<String, Long> deliveries,
        @Nullable Map<String, Long> drones,
        @Nullable Intake intake,
        @Nullable Attention attention,
        List<CutOff> cutOff,
        List<String> incomplete) {
    private static final String CLOSED = "CLOSED";

    /**
     * The calls of one service to another, of which none or only some go through.
     *
     * @param service the service that calls
     * @param from the service that is called
     */
    record CutOff(String service, String from, String circuit, Instant since) {}

    static Board of(
            Part<DeliveryCounts> deliveries,
            Part<DroneCounts> drones,
            Part<Intake> intake,
            Part<Attention> attention,
            List<Part<List<Circuit>>> circuits) {
        return new Board(
                deliveries.map(DeliveryCounts::underWay),
                drones.map(DroneCounts::drones),
                intake.found(),
                attention.found(),
                circuits.stream().flatMap(Board::cutOff).toList(),
                Part.missing(Stream.concat(Stream.of(deliveries, drones, intake, attention), circuits.stream())));
    }

    private static Stream<CutOff> cutOff(Part<List<Circuit>> part) {
        List<Circuit> circuits = part.found();
        return circuits == null
                ? Stream.empty()
                : circuits.stream()
                        .filter(call -> !call.circuit().equals(CLOSED))
                        .map(call -> new CutOff(part.service(), call.name(), call.circuit(), call.since()));
    }
}
