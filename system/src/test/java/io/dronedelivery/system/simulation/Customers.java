package io.dronedelivery.system.simulation;

import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.ingestion.DeliveryChange;
import io.dronedelivery.contracts.ingestion.DeliveryOrder;
import io.dronedelivery.contracts.ingestion.DeliveryOrder.Confirmation;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.contracts.ingestion.DeliveryRequest.CancelDelivery;
import io.dronedelivery.contracts.ingestion.DeliveryRequest.RescheduleDelivery;
import io.dronedelivery.contracts.ingestion.DeliveryRequest.ScheduleDelivery;
import io.dronedelivery.delivery.domain.Portrait;
import io.dronedelivery.delivery.domain.Proof;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What customers ask for, as ingestion would write it to the log. */
final class Customers {
    static final int DELIVERIES = 7;
    private static final double REPEATED = 0.2; // of all requests
    private static final double KEY_REUSED = 0.1; // of all deliveries
    private static final double CHANGED = 0.35; // of all deliveries, and of these again
    private static final double CANCELLED = 0.5; // of all changes
    private static final double OF_A_STRANGER = 0.05; // of all changes
    private static final Duration OPEN_FOR = Duration.ofMinutes(12);
    private static final Duration CHANGES_WITHIN = Duration.ofMinutes(10);
    private static final Duration REPEATS_WITHIN = Duration.ofMinutes(2);
    private static final Duration CONFIRMS_EVERY = Duration.ofSeconds(30);

    private final World world;
    private final Life life;
    private final Network network;
    private final Journal<DeliveryRequest> requests;
    private final DeliveryService delivery;
    private final Wishes wishes;
    private final Set<String> certain = new LinkedHashSet<>();
    private int requestsMade;

    Customers(World world, Network network, Journal<DeliveryRequest> requests, DeliveryService delivery) {
        this.world = world;
        this.life = Life.eternal(world, "customer");
        this.network = network;
        this.requests = requests;
        this.delivery = delivery;
        this.wishes = new Wishes(world);
        for (int number = 1; number <= DELIVERIES; number++) {
            String deliveryId = "d" + number;
            world.after(world.upTo(OPEN_FOR), () -> order(deliveryId));
        }
    }

    /** The deliveries that must be completed where nothing fails: feasible, paid for, and never changed. */
    Set<String> certain() {
        return certain;
    }

    private void order(String deliveryId) {
        String account = wishes.account();
        Wishes.Wish wish = wishes.any();
        send(schedule(deliveryId, account, wish.order()));
        if (wish.feasible() && account.equals(Town.RICH)) {
            certain.add(deliveryId);
        }
        if (world.chance(KEY_REUSED)) {
            DeliveryOrder other = wishes.any().order();
            world.after(world.upTo(REPEATS_WITHIN), () -> send(schedule(deliveryId, account, other)));
        }
        while (world.chance(CHANGED)) {
            certain.remove(deliveryId);
            world.after(world.upTo(CHANGES_WITHIN), () -> send(change(deliveryId, account)));
        }
        if (wish.order().confirmation() != Confirmation.NONE) {
            life.after(CONFIRMS_EVERY, () -> confirm(deliveryId, account));
        }
    }

    private void send(DeliveryRequest request) {
        requests.append(request);
        if (world.chance(REPEATED)) {
            world.after(world.upTo(REPEATS_WITHIN), () -> requests.append(request));
        }
    }

    private ScheduleDelivery schedule(String deliveryId, String account, DeliveryOrder order) {
        return new ScheduleDelivery(nextRequest(), deliveryId, account, world.instant(), order);
    }

    private DeliveryRequest change(String deliveryId, String owner) {
        String account = world.chance(OF_A_STRANGER) ? "somebody-else" : owner;
        return world.chance(CANCELLED)
                ? new CancelDelivery(nextRequest(), deliveryId, account, world.instant(), null)
                : new RescheduleDelivery(nextRequest(), deliveryId, account, world.instant(), anyChange());
    }

    private DeliveryChange anyChange() {
        DeliveryOrder other = wishes.any().order();
        return new DeliveryChange(
                world.chance(0.7) ? other.dropoff() : null,
                world.chance(0.3) ? other.readyAt() : null,
                world.chance(0.5) ? other.deadline() : null);
    }

    private String nextRequest() {
        return "r" + ++requestsMade;
    }

    /** As the owner sees it. */
    private @Nullable String pin(String deliveryId) {
        return Done.now(delivery.stored.find(deliveryId))
                .map(known -> Portrait.of(known, null, world.instant()).pin())
                .orElse(null);
    }

    /** Whoever is handed a parcel confirms it, sooner or later. */
    private void confirm(String deliveryId, String account) {
        Proof proof = new Proof(pin(deliveryId), "signed", "https://pictures.example/1");
        network.call(life, delivery.node, deliveryId + " confirm", to -> to.arrangements()
                        .confirm(deliveryId, account, proof))
                .subscribe()
                .with(
                        answer -> {
                            if (answer instanceof Outcome.Refused<?>(Refusal code, String _)
                                    && code != Refusal.ALREADY_ENDED) {
                                life.after(CONFIRMS_EVERY, () -> confirm(deliveryId, account));
                            }
                        },
                        _ -> life.after(CONFIRMS_EVERY, () -> confirm(deliveryId, account)));
    }
}
