package io.dronedelivery.bench.load;

import io.dronedelivery.contracts.Money;
import io.dronedelivery.contracts.Parcel;
import io.dronedelivery.contracts.Parcel.Size;
import io.dronedelivery.contracts.accounting.Accounts.Standing;
import io.dronedelivery.contracts.accounting.Accounts.Terms;
import io.dronedelivery.local.customer.DeliveryOrder;
import io.dronedelivery.local.customer.OrderGenerator;
import io.dronedelivery.simulator.FleetPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.stream.IntStream;

/** Orders that every drone can carry. */
final class Orders {
    /** After so long a parcel is ready where no drone is to fly before the end of a measurement. */
    static final Duration NOT_SOON = Duration.ofHours(1);

    private static final Parcel LIGHT = new Parcel(Size.SMALL, 500, null);
    /** The accounts that order, in turn. */
    static final List<String> ACCOUNTS =
            IntStream.rangeClosed(1, 20).mapToObj(each -> "bench-" + each).toList();

    private static final long BALANCE_MINOR = 1_000_000_000;
    private static final int DRAWN_AT_ONCE = 1_000;

    /**
     * An order of an account.
     *
     * @param key the idempotency key
     */
    record Order(String account, String key, DeliveryOrder order) {}

    private final FleetPlan plan;
    private final String prefix;
    private final Duration readyIn;
    private final Queue<DeliveryOrder> drawn = new ArrayDeque<>();
    private int number;

    /**
     * Orders near the plan's bases.
     *
     * @param prefix a prefix of the idempotency keys, so that two loads do not share one
     * @param readyIn how long after the order a parcel is ready; at once if it is zero
     */
    Orders(FleetPlan plan, String prefix, Duration readyIn) {
        this.readyIn = readyIn;
        this.plan = plan;
        this.prefix = prefix;
    }

    /** The terms of the accounts: each has more money than it can spend. */
    static Map<String, Terms> terms() {
        Terms rich = new Terms("Bench AG", new Money(BALANCE_MINOR, "EUR"), 0, Standing.ACTIVE);
        Map<String, Terms> terms = new LinkedHashMap<>();
        ACCOUNTS.forEach(account -> terms.put(account, rich));
        return terms;
    }

    synchronized Order next() {
        if (drawn.isEmpty()) {
            drawn.addAll(new OrderGenerator(plan.bases().values(), number).orders(DRAWN_AT_ONCE));
        }
        DeliveryOrder order = drawn.remove();
        String account = ACCOUNTS.get(number % ACCOUNTS.size());
        String key = prefix + "-" + ++number;
        Instant readyAt = readyIn.isZero() ? null : Instant.now().plus(readyIn);
        return new Order(account, key, new DeliveryOrder(order.pickup(), order.dropoff(), readyAt, LIGHT, key));
    }

    /** The number of orders so far. */
    synchronized int count() {
        return number;
    }
}
