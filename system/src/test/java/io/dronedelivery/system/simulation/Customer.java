package io.dronedelivery.system.simulation;

import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryCreated;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryHeadedToPickup;
import io.dronedelivery.contracts.ingestion.DeliveryChange;
import io.dronedelivery.contracts.ingestion.DeliveryOrder;
import io.dronedelivery.contracts.ingestion.DeliveryOrder.Confirmation;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.contracts.ingestion.DeliveryRequest.CancelDelivery;
import io.dronedelivery.contracts.ingestion.DeliveryRequest.RescheduleDelivery;
import io.dronedelivery.contracts.ingestion.DeliveryRequest.ScheduleDelivery;
import io.dronedelivery.delivery.domain.lifecycle.ProofOfDelivery;
import io.dronedelivery.delivery.domain.view.DeliveryViews;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Who wants one delivery. What comes to the mind of one customer does not depend on the others. */
final class Customer {
    private static final double REPEATED = 0.2; // of all requests
    private static final double KEY_REUSED = 0.1; // of all deliveries
    private static final double CHANGED = 0.35; // of all deliveries, and of these again
    private static final double CHANGED_ON_NEWS = 0.3; // of all that are scheduled, or on the way to their pickup
    private static final double CANCELLED = 0.5; // of all changes
    private static final double OF_A_STRANGER = 0.05; // of all changes
    private static final Duration OPEN_FOR = Duration.ofMinutes(12);
    private static final Duration CHANGES_WITHIN = Duration.ofMinutes(10);
    private static final Duration CHANGES_ON_NEWS_WITHIN = Duration.ofSeconds(30);
    private static final Duration REPEATS_WITHIN = Duration.ofMinutes(2);
    private static final Duration OVERTAKEN_BY_MAX = Duration.ofSeconds(2);
    private static final Duration CONFIRMS_EVERY = Duration.ofSeconds(30);

    private final String deliveryId;
    private final World world;
    private final Network network;
    private final SimulatedTopic<DeliveryRequest> requests;
    private final DeliveryService delivery;
    private final ProcessLife life;
    private final RandomSource randomSource;
    private final RandomOrders randomOrders;
    private final String account;
    private int plans;
    private int requestsMade;
    private boolean certain;

    Customer(
            String deliveryId,
            RandomSource randomSource,
            World world,
            Network network,
            SimulatedTopic<DeliveryRequest> requests,
            DeliveryService delivery) {
        this.deliveryId = deliveryId;
        this.world = world;
        this.network = network;
        this.requests = requests;
        this.delivery = delivery;
        this.life = ProcessLife.eternal(world, "customer");
        this.randomSource = randomSource;
        this.randomOrders = new RandomOrders(world, randomSource);
        this.account = randomOrders.account();
        later(randomSource.upTo(OPEN_FOR), this::order);
        delivery.onDecision(this::hear);
    }

    /** News of it brings its customer to think of something else. */
    private void hear(DeliveryEvent news) {
        boolean underWay = news instanceof DeliveryCreated || news instanceof DeliveryHeadedToPickup;
        if (underWay && news.header().deliveryId().equals(deliveryId)) {
            RandomSource mood = world.randomSource(news.eventId());
            if (mood.chance(CHANGED_ON_NEWS)) {
                certain = false;
                later(mood.upTo(CHANGES_ON_NEWS_WITHIN), () -> send(change()));
            }
        }
    }

    /** Does what it has in mind. */
    private void later(Duration delay, Runnable act) {
        plans++;
        world.after(delay, () -> {
            plans--;
            act.run();
        });
    }

    /** Whether there is nothing left that it has in mind. */
    boolean content() {
        return plans == 0;
    }

    String deliveryId() {
        return deliveryId;
    }

    /** Whether the delivery must be completed where nothing fails: feasible, paid for, and never changed. */
    boolean certain() {
        return certain;
    }

    private void order() {
        RandomOrders.Wish wish = randomOrders.any();
        ScheduleDelivery schedule = schedule(wish.order());
        certain = wish.feasible() && account.equals(Town.RICH);
        if (world.strikes(Fault.OVERTAKING, "order")) {
            send(change());
            later(randomSource.upTo(OVERTAKEN_BY_MAX), () -> send(schedule));
        } else {
            send(schedule);
        }
        if (randomSource.chance(KEY_REUSED)) {
            DeliveryOrder other = randomOrders.any().order();
            later(randomSource.upTo(REPEATS_WITHIN), () -> send(schedule(other)));
        }
        while (randomSource.chance(CHANGED)) {
            certain = false;
            later(randomSource.upTo(CHANGES_WITHIN), () -> send(change()));
        }
        if (wish.order().confirmation() != Confirmation.NONE) {
            life.after(CONFIRMS_EVERY, "confirming", this::confirm);
        }
    }

    private void send(DeliveryRequest request) {
        requests.append(request);
        if (randomSource.chance(REPEATED)) {
            later(randomSource.upTo(REPEATS_WITHIN), () -> requests.append(request));
        }
    }

    private ScheduleDelivery schedule(DeliveryOrder order) {
        return new ScheduleDelivery(nextRequest(), deliveryId, account, world.instant(), order);
    }

    private DeliveryRequest change() {
        String asking = randomSource.chance(OF_A_STRANGER) ? "somebody-else" : account;
        return randomSource.chance(CANCELLED)
                ? new CancelDelivery(nextRequest(), deliveryId, asking, world.instant(), null)
                : new RescheduleDelivery(nextRequest(), deliveryId, asking, world.instant(), anyChange());
    }

    private DeliveryChange anyChange() {
        DeliveryOrder other = randomOrders.any().order();
        return new DeliveryChange(
                randomSource.chance(0.7) ? other.dropoff() : null,
                randomSource.chance(0.3) ? other.readyAt() : null,
                randomSource.chance(0.5) ? other.deadline() : null);
    }

    private String nextRequest() {
        return deliveryId + "-r" + ++requestsMade;
    }

    /** As the owner sees it. */
    private @Nullable String pin() {
        return Done.now(delivery.stored.find(deliveryId))
                .map(known -> DeliveryViews.of(known, null, world.instant()).pin())
                .orElse(null);
    }

    /** Whoever is handed a parcel confirms it, sooner or later. */
    private void confirm() {
        ProofOfDelivery proof = new ProofOfDelivery(pin(), "signed", "https://pictures.example/1");
        network.call(life, delivery.node, deliveryId + " confirm", to -> to.requests()
                        .confirm(deliveryId, account, proof))
                .subscribe()
                .with(
                        answer -> {
                            if (answer instanceof Outcome.Refused<?>(Refusal code, String _)
                                    && code != Refusal.ALREADY_ENDED) {
                                life.after(CONFIRMS_EVERY, "confirming", this::confirm);
                            }
                        },
                        _ -> life.after(CONFIRMS_EVERY, "confirming", this::confirm));
    }
}
