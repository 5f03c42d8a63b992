package io.dronedelivery.simulator;

import io.dronedelivery.contracts.Json;
import io.dronedelivery.contracts.accounting.Accounts.Terms;
import io.dronedelivery.contracts.drone.Fleet.Airframe;
import io.dronedelivery.contracts.drone.Fleet.Base;
import io.dronedelivery.contracts.drone.Fleet.Registration;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The city of the demonstration: what its services are told at the start, and the drones that are simulated. Each by its
 * id, in the plan's order.
 */
public record FleetPlan(Map<String, Base> bases, Map<String, Registration> drones, Map<String, Terms> accounts) {
    /** The system property that says how many times as many drones each base has as usual. */
    public static final String FACTOR_PROPERTY = "fleet.factor";

    /** The plan in words: every base has the same drones. */
    private record Outline(
            Map<String, Airframe> airframes,
            Map<String, Base> bases,
            Map<String, Integer> dronesPerBase,
            Map<String, Terms> accounts) {

        Map<String, Registration> drones() {
            Map<String, Registration> drones = new LinkedHashMap<>();
            bases.keySet()
                    .forEach(base -> dronesPerBase.forEach((kind, count) -> {
                        Airframe airframe = Objects.requireNonNull(airframes.get(kind), kind);
                        for (int number = 1; number <= count * factor(); number++) {
                            drones.put(base + "-" + kind + "-" + number, Registration.overHttp(base, airframe));
                        }
                    }));
            return Collections.unmodifiableMap(drones);
        }
    }

    /** How many times as many drones each base has as usual. */
    public static int factor() {
        return Integer.getInteger(FACTOR_PROPERTY, 1);
    }

    /** The plan that comes with the project. */
    public static FleetPlan load() {
        try (InputStream resource = FleetPlan.class.getResourceAsStream("/fleet.json")) {
            byte[] bytes =
                    Objects.requireNonNull(resource, "fleet.json is missing").readAllBytes();
            Outline outline = Json.read(bytes, Outline.class);
            return new FleetPlan(outline.bases(), outline.drones(), outline.accounts());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The base of that id. */
    public Base base(String baseId) {
        return Objects.requireNonNull(bases.get(baseId), baseId);
    }
}
