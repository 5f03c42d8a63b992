package io.dronedelivery.testing.invariants;

import static java.util.stream.Collectors.groupingBy;

import io.dronedelivery.testing.invariants.Snapshot.Holding;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** A drone has one delivery at a time; a delivery has one drone or carrier at a time. */
final class Carriers {
    private Carriers() {}

    static Finding check(Snapshot snapshot) {
        List<Holding> carrying =
                snapshot.holdings().stream().filter(Holding::carries).toList();
        List<Holding> drones = carrying.stream()
                .filter(holding -> holding.kind() == Holding.Kind.DRONE)
                .toList();
        List<String> violations = Stream.concat(
                        shared(drones, Holding::holder).map(twice -> "a drone has two deliveries: " + twice),
                        shared(carrying, Holding::deliveryId).map(twice -> "a delivery has two carriers: " + twice))
                .toList();
        return new Finding(
                Invariant.ONE_CARRIER_AT_A_TIME, snapshot.deliveries().size(), violations);
    }

    private static Stream<List<Holding>> shared(List<Holding> holdings, Function<Holding, String> by) {
        Map<String, List<Holding>> grouped = holdings.stream().collect(groupingBy(by));
        return grouped.values().stream().filter(group -> group.size() > 1);
    }
}
