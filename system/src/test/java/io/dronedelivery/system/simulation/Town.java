package io.dronedelivery.system.simulation;

import io.dronedelivery.contracts.Money;
import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.accounting.Accounts.Standing;
import io.dronedelivery.contracts.accounting.Accounts.Terms;
import io.dronedelivery.contracts.drone.Fleet.Airframe;
import io.dronedelivery.contracts.drone.Fleet.Base;
import io.dronedelivery.contracts.drone.Fleet.Registration;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** Where it all happens: a small town, so that flights are short and drones are few. */
final class Town {
    /** What any drone here lifts. */
    static final int LIGHT_GRAMS_MAX = 2_000;

    static final String RICH = "acme";
    static final String POOR = "corner-shop";
    static final String SUSPENDED = "gone-broke";
    static final String UNKNOWN = "nobody";

    static final Airframe AIRFRAME = new Airframe("simulated", LIGHT_GRAMS_MAX, 20_000, 18);
    static final Registration REGISTRATION = Registration.overHttp("base", AIRFRAME);
    private static final Position CENTRE = new Position(47.3769, 8.5417);
    private static final double RADIUS_DEGREES = 0.005;
    private static final int DRONES = 3;

    private static final Map<String, Terms> ACCOUNTS = Map.of(
            RICH, new Terms("Acme", new Money(100_000, "EUR"), 0, Standing.ACTIVE),
            POOR, new Terms("Corner Shop", new Money(700, "EUR"), 100, Standing.ACTIVE),
            SUSPENDED, new Terms("Gone Broke", new Money(100_000, "EUR"), 0, Standing.SUSPENDED));

    private Town() {}

    static Position anywhere(RandomGenerator random) {
        return new Position(
                CENTRE.latitude() + random.nextDouble(-RADIUS_DEGREES, RADIUS_DEGREES),
                CENTRE.longitude() + random.nextDouble(-RADIUS_DEGREES, RADIUS_DEGREES));
    }

    /** Too far for a drone, not for a van. */
    static Position outOfTown(RandomGenerator random) {
        Position inTown = anywhere(random);
        return new Position(inTown.latitude() + 0.2, inTown.longitude());
    }

    /** Beyond where any carrier goes. */
    static Position abroad() {
        return new Position(40.4168, -3.7038);
    }

    /** The drones, each at its base. */
    static Map<String, Position> drones() {
        Map<String, Position> drones = new TreeMap<>();
        for (int number = 1; number <= DRONES; number++) {
            drones.put("drone-" + number, CENTRE);
        }
        return drones;
    }

    /** Tells the services what there is. */
    static void furnish(AccountingService accounting, DroneService drone) {
        new TreeMap<>(ACCOUNTS).forEach((id, terms) -> Done.now(accounting.customers.keep(id, terms)));
        Done.now(drone.stored.keep("base", new Base("Base", CENTRE)));
        drones().keySet().forEach(id -> Done.now(drone.stored.register(id, REGISTRATION, World.START)));
    }
}
