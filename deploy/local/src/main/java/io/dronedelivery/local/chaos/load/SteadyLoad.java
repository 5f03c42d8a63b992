package io.dronedelivery.local.chaos.load;

import io.dronedelivery.contracts.ingestion.DeliveryAccepted;
import io.dronedelivery.local.customer.DeliveryOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** Sends requests of many kinds at a steady rate, whether they are answered or not. */
public final class SteadyLoad {
    private static final int WAITING_MAX = 1_000;
    private static final int ONE_IN_SO_MANY_BY_V1 = 5; // both versions are served side by side
    private static final int RECENT = 100; // a change or a repeat concerns one of the last hundred orders

    /** The kinds of requests, each with its share in percent. */
    private enum Kind {
        ORDER(34),
        ORDER_BY_V1_WITHOUT_KEY(6),
        ORDER_OUT_OF_REACH(4),
        ORDER_WITHOUT_MONEY(8),
        REPEAT(8),
        REUSE_KEY(3),
        RESCHEDULE(11),
        CANCEL(9),
        NONSENSE(9),
        DISCONNECT(8);

        final int percent;

        Kind(int percent) {
            this.percent = percent;
        }

        static Kind drawn(Random random) {
            int left = random.nextInt(100);
            for (Kind kind : values()) {
                left -= kind.percent;
                if (left < 0) {
                    return kind;
                }
            }
            throw new IllegalStateException("the percentages are fewer than a hundred");
        }
    }

    private final Client client;
    private final RequestResults results;
    private final Requests v1;
    private final Requests v2;
    private final DisconnectingClient disconnecting;
    private final Supplier<DeliveryOrder> orders;
    private final Random random;
    private final Semaphore room = new Semaphore(WAITING_MAX);
    private final List<AcceptedOrder> recent = new ArrayList<>();
    private int number;
    private volatile boolean ended;

    /** A load that has not begun. */
    public SteadyLoad(
            Client client,
            RequestResults results,
            Requests v1,
            Requests v2,
            Supplier<DeliveryOrder> orders,
            long seed) {
        this.client = client;
        this.results = results;
        this.v1 = v1;
        this.v2 = v2;
        this.disconnecting = new DisconnectingClient(v2.deliveries(), client.credentials());
        this.orders = orders;
        this.random = new Random(seed);
    }

    /** Sends nothing more. */
    public void end() {
        ended = true;
    }

    /** Returns when the time is up or the load was ended, and every request was answered or given up. */
    public void run(Duration length, double perSecond) throws InterruptedException {
        long start = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                while (!ended && System.nanoTime() - start < length.toNanos()) {
                    send(threads);
                    Duration due = Duration.ofNanos(Math.round(number / perSecond * 1e9));
                    Thread.sleep(due.minusNanos(System.nanoTime() - start));
                }
            } catch (InterruptedException stopped) {
                threads.shutdownNow();
                throw stopped;
            }
        }
    }

    /** Everything random is drawn here, on one thread, so that the same seed sends the same requests. */
    private void send(ExecutorService threads) {
        DeliveryOrder order = orders.get();
        Requests requests = random.nextInt(ONE_IN_SO_MANY_BY_V1) == 0 ? v1 : v2;
        Customer customer = customer(Kind.drawn(random), requests, order, "chaos-" + ++number, random.nextInt(RECENT));
        if (!room.tryAcquire()) {
            results.add(RequestCount.NOT_SENT);
            return;
        }
        threads.execute(() -> {
            try {
                customer.act();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            } finally {
                room.release();
            }
        });
    }

    private interface Customer {
        void act() throws InterruptedException;
    }

    private Customer customer(Kind kind, Requests requests, DeliveryOrder order, String key, int chance) {
        String good = Requests.GOOD_ACCOUNT;
        return switch (kind) {
            case ORDER -> () -> order(requests, good, key, order);
            case ORDER_BY_V1_WITHOUT_KEY -> () -> client.submit(v1.order(good, null, order));
            case ORDER_OUT_OF_REACH -> () -> order(requests, good, key, Requests.outOfReach(order));
            case ORDER_WITHOUT_MONEY -> {
                String bad = Requests.BAD_ACCOUNTS.get(chance % Requests.BAD_ACCOUNTS.size());
                yield () -> order(requests, bad, key, order);
            }
            case REPEAT -> () -> repeat(requests, recentOrder(chance));
            case REUSE_KEY -> () -> submit(recentOrder(chance).map(ordered -> requests.keyReused(ordered, order)));
            case RESCHEDULE ->
                () -> submit(recentOrder(chance).map(ordered -> requests.reschedule(ordered, key, order)));
            case CANCEL -> () -> submit(recentOrder(chance).map(ordered -> requests.cancel(ordered, key)));
            case NONSENSE -> () -> client.submit(requests.wrong(chance, key));
            case DISCONNECT -> () -> disconnect(key, order, chance);
        };
    }

    private void submit(Optional<Submission> submission) throws InterruptedException {
        if (submission.isPresent()) {
            client.submit(submission.get());
        }
    }

    private void order(Requests requests, String account, String key, DeliveryOrder order) throws InterruptedException {
        Optional<DeliveryAccepted> accepted = client.submit(requests.order(account, key, order));
        accepted.ifPresent(answer -> remember(new AcceptedOrder(account, key, order, answer)));
    }

    /** Repeats an order, perhaps in the other version. It must be the first one all the same. */
    private void repeat(Requests requests, Optional<AcceptedOrder> known) throws InterruptedException {
        if (known.isPresent()) {
            AcceptedOrder before = known.get();
            client.submit(requests.order(before.accountId(), before.key(), before.order()))
                    .filter(again -> !again.requestId().equals(before.answer().requestId()))
                    .ifPresent(other -> results.addWrong("a repeat of " + before.answer() + " became " + other));
        }
    }

    /** Sends an order and disconnects. A client that has sent all of it may repeat it to learn the outcome. */
    private void disconnect(String key, DeliveryOrder order, int chance) throws InterruptedException {
        results.add(RequestCount.DISCONNECTED);
        boolean whole = chance % 2 == 0;
        disconnecting.order(Requests.GOOD_ACCOUNT, key, order, whole);
        if (whole && chance % 4 == 0) {
            order(v2, Requests.GOOD_ACCOUNT, key, order);
        }
    }

    private synchronized void remember(AcceptedOrder ordered) {
        recent.add(ordered);
        if (recent.size() > RECENT) {
            recent.removeFirst();
        }
    }

    private synchronized Optional<AcceptedOrder> recentOrder(int chance) {
        return recent.isEmpty() ? Optional.empty() : Optional.of(recent.get(chance % recent.size()));
    }
}
