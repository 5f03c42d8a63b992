package io.dronedelivery.drone.fleet;

import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.Outcome.Granted;
import io.dronedelivery.contracts.drone.DroneStream;
import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.dronedelivery.contracts.drone.Fleet.Reservation;
import io.dronedelivery.contracts.drone.Fleet.ReservationRequest;
import io.dronedelivery.contracts.drone.Fleet.TelemetryAnswer;
import io.dronedelivery.contracts.drone.Fleet.TelemetryBatch;
import io.dronedelivery.contracts.drone.Fleet.WrittenOff;
import io.dronedelivery.contracts.drone.FlightStopped;
import io.dronedelivery.contracts.drone.MissionReference;
import io.dronedelivery.drone.mission.domain.MissionCommand;
import io.dronedelivery.drone.registry.domain.KnownFleet;
import io.dronedelivery.drone.telemetry.domain.StopMonitor;
import io.dronedelivery.drone.telemetry.domain.Telemetry;
import io.dronedelivery.testing.Orders;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Drones and deliveries that meet every misfortune, out of one seed, a second at a time. */
final class UnreliableFleet {
    private static final int DRONES = 4;
    private static final int DELIVERIES = 2;
    /** How long a drone waits for the answer to a post before it posts again. */
    private static final int TIMEOUT_SECONDS = 10;

    private static final int LATE_SECONDS_MAX = 60;
    private static final int QUIET_SECONDS = 200;

    /** A post under way. */
    private final class Post {
        final UnreliableDrone craft;
        final List<DroneTelemetry> samples;
        final Instant sentAt = now;
        boolean over;

        Post(UnreliableDrone craft) {
            this.craft = craft;
            this.samples = List.copyOf(craft.backlog);
        }
    }

    private record Due(Instant at, Runnable action) {}

    private final Random random;
    private final List<FlightStopped> stopped = new ArrayList<>();
    private final Set<MissionReference> recalled = new HashSet<>();
    private final Set<String> writtenOff = new HashSet<>();
    private final Set<MissionReference> brought = new HashSet<>();
    private final InMemoryFleet stored = new InMemoryFleet(this::published);
    private final List<UnreliableDrone> crafts = IntStream.range(0, DRONES)
            .mapToObj(drone -> new UnreliableDrone("drone-" + drone))
            .toList();
    private final Map<UnreliableDrone, Post> posts = new HashMap<>();
    private final List<Due> due = new ArrayList<>();
    private final Map<String, Integer> attempts = new HashMap<>();
    private final Map<MissionReference, String> held = new HashMap<>();
    private Instant now = Samples.NOW;
    private Telemetry telemetry = telemetry();

    UnreliableFleet(long seed) {
        this.random = new Random(seed);
        await(stored.keep("b1", Samples.BASE));
        crafts.forEach(craft -> await(stored.register(craft.id, Samples.registration("b1"), now)));
    }

    private Telemetry telemetry() {
        return new Telemetry(
                new KnownFleet(), stored, stored, _ -> Uni.createFrom().voidItem(), Samples.setAside(), () -> now);
    }

    private void published(DroneStream message) {
        if (message instanceof FlightStopped flight) {
            stopped.add(flight);
        }
    }

    List<FlightStopped> stopped() {
        return List.copyOf(stopped);
    }

    /** The missions that were recalled of drones. */
    Set<MissionReference> recalled() {
        return Set.copyOf(recalled);
    }

    int brought() {
        return brought.size();
    }

    /** What is flown as ordered, by drones that nobody has written off. */
    List<MissionReference> flown() {
        return crafts.stream()
                .filter(craft -> !writtenOff.contains(craft.id))
                .flatMap(craft -> Stream.ofNullable(craft.flown()))
                .toList();
    }

    /** Lets a second pass; with misfortunes, or none. */
    void tick(boolean misfortunes) {
        now = now.plusSeconds(1);
        crafts.forEach(craft -> craft.fly(now));
        crafts.forEach(craft -> exchange(craft, misfortunes));
        List<Due> ripe = due.stream().filter(late -> !late.at().isAfter(now)).toList();
        due.removeAll(ripe);
        ripe.forEach(late -> late.action().run());
        if (misfortunes) {
            happen();
        }
        if (!misfortunes || random.nextInt(3) > 0) {
            await(telemetry.refresh());
            await(new StopMonitor(telemetry, stored, () -> now).watch());
        }
        if (!misfortunes || random.nextInt(4) == 0) {
            await(telemetry.save());
        }
        crafts.forEach(craft -> {
            MissionReference flown = craft.flown();
            if (flown != null && craft.backlog.getLast().payload() == DroneTelemetry.Payload.LOADED) {
                brought.add(flown);
            }
        });
    }

    /** Everything that can be heard is. */
    void settle() {
        for (int second = 0; second < QUIET_SECONDS; second++) {
            tick(false);
        }
    }

    private void exchange(UnreliableDrone craft, boolean misfortunes) {
        Post underWay = posts.get(craft);
        if (underWay != null && underWay.sentAt.plusSeconds(TIMEOUT_SECONDS).isBefore(now)) {
            underWay.over = true;
            posts.remove(craft);
        }
        if (posts.containsKey(craft) || (misfortunes && random.nextInt(4) > 0)) {
            return;
        }
        Post post = new Post(craft);
        posts.put(craft, post);
        int copies = misfortunes ? random.nextInt(3) : 1;
        for (int copy = 0; copy < copies; copy++) {
            after(misfortunes ? delay() : 0, () -> arrive(post, misfortunes));
        }
    }

    private int delay() {
        return random.nextInt(random.nextInt(6) == 0 ? LATE_SECONDS_MAX : 3);
    }

    private void after(int seconds, Runnable action) {
        due.add(new Due(now.plusSeconds(seconds), action));
    }

    private void arrive(Post post, boolean misfortunes) {
        TelemetryAnswer answer = await(telemetry.take(new TelemetryBatch(post.samples, false)));
        if (!misfortunes || random.nextInt(4) > 0) {
            after(misfortunes ? delay() : 0, () -> hear(post, answer));
        }
    }

    private void hear(Post post, TelemetryAnswer answer) {
        if (!post.over) {
            post.over = true;
            posts.remove(post.craft);
            post.craft.backlog.removeAll(post.samples);
            answer.orders().forEach(post.craft::obey);
        }
    }

    private void happen() {
        if (random.nextInt(100) == 0) {
            telemetry = telemetry();
            await(telemetry.refresh());
        }
        if (random.nextInt(20) == 0) {
            decide("d" + random.nextInt(DELIVERIES));
        }
    }

    /** Whatever comes to a delivery's mind. */
    private void decide(String deliveryId) {
        int attempt = attempts.getOrDefault(deliveryId, 0);
        switch (random.nextInt(8)) {
            case 0, 1, 2 -> schedule(deliveryId, attempt + 1);
            case 3, 4 -> recall(deliveryId, attempt);
            case 5 -> recall(deliveryId, random.nextInt(attempt + 1));
            case 6 ->
                FleetSetting.change(stored, deliveryId, now, missions -> missions.release(Math.max(1, attempt), now));
            default -> writeOff();
        }
    }

    private void schedule(String deliveryId, int attempt) {
        ReservationRequest request =
                new ReservationRequest(Orders.PICKUP, Orders.DROPOFF, 900, now, now.plus(Duration.ofHours(1)));
        Outcome<Reservation> answer = await(stored.reserve(deliveryId, attempt, request, now));
        attempts.put(deliveryId, attempt);
        if (answer instanceof Granted<Reservation>(Reservation drone)) {
            held.put(new MissionReference(deliveryId, attempt, false), drone.droneId());
            if (random.nextInt(5) > 0) {
                after(delay(), () -> FleetSetting.apply(stored, new MissionCommand.Confirm(deliveryId, attempt), now));
            }
        }
    }

    private void recall(String deliveryId, int attempt) {
        if (attempt > 0) {
            MissionReference mission = new MissionReference(deliveryId, attempt, false);
            FleetSetting.change(stored, deliveryId, now, missions -> missions.recall(attempt, now));
            if (held.containsKey(mission)) {
                recalled.add(mission);
            }
        }
    }

    private void writeOff() {
        if (writtenOff.isEmpty() && random.nextInt(4) == 0) {
            String droneId = crafts.get(random.nextInt(DRONES)).id;
            writtenOff.add(droneId);
            await(stored.writeOff(droneId, new WrittenOff("Ada", now, "lost")));
        }
    }

    private static <T> T await(Uni<T> uni) {
        return FleetSetting.await(uni);
    }
}
