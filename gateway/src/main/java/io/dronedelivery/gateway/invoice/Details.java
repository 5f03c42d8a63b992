package io.dronedelivery.gateway.invoice;

import static java.util.stream.Collectors.toMap;

import io.dronedelivery.contracts.Parcel;
import io.dronedelivery.contracts.accounting.Charges.Charge;
import io.dronedelivery.contracts.delivery.Assignment.Means;
import io.dronedelivery.contracts.delivery.DeliverySearch;
import io.dronedelivery.contracts.drone.MissionSearch.OrderedMission;
import io.dronedelivery.contracts.packaging.Packages.Package;
import io.dronedelivery.gateway.invoice.Invoice.Drone;
import io.dronedelivery.gateway.invoice.Invoice.Journey;
import io.dronedelivery.gateway.invoice.Invoice.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the services know of the deliveries of an invoice. */
record Details(
        Searched<DeliverySearch.Found> deliveries, Searched<Package> packages, Searched<OrderedMission> missions) {
    static final Details NONE = new Details(
            new Searched<>(List.of(), true), new Searched<>(List.of(), true), new Searched<>(List.of(), true));

    /** One attempt at a delivery. */
    private record Attempt(String deliveryId, int number) {}

    /** A line for each charge, in their order. */
    List<Line> lines(List<Charge> charges) {
        Map<String, Journey> journeys = byKey(deliveries, DeliverySearch.Found::deliveryId, Details::journey);
        Map<String, Parcel> parcels = byKey(packages, Package::packageId, Package::parcel);
        Map<Attempt, Drone> drones = byKey(
                missions,
                mission -> new Attempt(mission.deliveryId(), mission.attempt()),
                mission -> new Drone(mission.droneId(), mission.model()));
        return charges.stream()
                .map(charge -> new Line(
                        charge.deliveryId(),
                        charge.attempt(),
                        charge.changedAt(),
                        charge.amount(),
                        journeys.get(charge.deliveryId()),
                        parcels.get(charge.deliveryId()),
                        drones.get(new Attempt(charge.deliveryId(), charge.attempt()))))
                .toList();
    }

    private static <T, K, V> Map<K, V> byKey(Searched<T> searched, Function<T, K> key, Function<T, V> value) {
        return searched.found().stream().collect(toMap(key, value, (first, _) -> first));
    }

    private static Journey journey(DeliverySearch.Found found) {
        return new Journey(
                found.status(),
                found.reference(),
                found.requestedAt(),
                found.endedAt(),
                found.pickup(),
                found.dropoff(),
                found.means(),
                found.carrier());
    }

    /** The services that did not answer, or not about each of these lines. */
    List<String> incomplete(List<Line> lines) {
        List<String> services = new ArrayList<>();
        if (!deliveries.complete() || missing(lines, Line::delivery)) {
            services.add("delivery");
        }
        if (!packages.complete() || missing(lines, Line::parcel)) {
            services.add("packaging");
        }
        if (!missions.complete()
                || missing(lines.stream().filter(Details::byDrone).toList(), Line::drone)) {
            services.add("drone");
        }
        return services;
    }

    private static boolean missing(List<Line> lines, Function<Line, @Nullable Object> part) {
        return lines.stream().anyMatch(line -> part.apply(line) == null);
    }

    /** Whether a drone must have flown it. */
    private static boolean byDrone(Line line) {
        return Optional.ofNullable(line.delivery())
                .map(Journey::means)
                .filter(Means.DRONE::equals)
                .isPresent();
    }
}
