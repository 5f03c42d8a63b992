package io.dronedelivery.simulator.domain;

import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.dronedelivery.contracts.drone.Fleet.Airframe;
import io.dronedelivery.contracts.drone.Fleet.Order;
import io.dronedelivery.contracts.drone.MissionReference;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Drones that fly at the same time, second by second, and report. Not safe for use by several threads. */
public final class Swarm {
    /** A drone that only stands about reports this seldom. */
    public static final int WAITING_SECONDS = 10;
    /** Time that passed while the process stood still beyond this is not flown: the drones stood still too. */
    private static final Duration CATCH_UP_MAX = Duration.ofMinutes(2);

    private static final class Member {
        final Pilot pilot;
        Drone drone;

        @Nullable
        MissionReference told;

        Member(Pilot pilot, Drone drone) {
            this.pilot = pilot;
            this.drone = drone;
        }
    }

    private final Map<String, Member> members = new LinkedHashMap<>();
    private final Wind wind;
    private Instant time;

    /** A swarm without drones, whose time starts now. */
    public Swarm(Wind wind, Instant now) {
        this.wind = wind;
        this.time = now;
    }

    /** Adds a drone. */
    public void add(Drone drone, Airframe airframe) {
        members.put(drone.id(), new Member(new Pilot(airframe, wind), drone));
    }

    /** Flies every whole second until now. Returns what the drones reported meanwhile, in order. */
    public List<DroneTelemetry> advance(Instant now) {
        if (Duration.between(time, now).compareTo(CATCH_UP_MAX) > 0) {
            time = now.minus(CATCH_UP_MAX);
        }
        List<DroneTelemetry> samples = new ArrayList<>();
        for (Instant next = time.plus(Pilot.STEP); !next.isAfter(now); next = next.plus(Pilot.STEP)) {
            time = next;
            int turn = 0;
            for (Member member : members.values()) {
                member.drone = member.pilot.step(member.drone, time);
                if (reports(member, turn++)) {
                    member.drone = member.drone.counted();
                    member.told = member.drone.errand().reported();
                    samples.add(member.drone.sample(time));
                }
            }
        }
        return samples;
    }

    /** Waiting drones take turns, so that their samples do not all come in the same second. */
    private boolean reports(Member member, int turn) {
        return !member.drone.waiting(time)
                || !Objects.equals(member.told, member.drone.errand().reported())
                || (time.getEpochSecond() + turn) % WAITING_SECONDS == 0;
    }

    /** Gives the drones their orders; those for others are none of its business. */
    public void obey(List<Order> orders) {
        for (Order order : orders) {
            Member member = members.get(order.droneId());
            if (member != null) {
                member.drone = member.drone.obeying(order);
            }
        }
    }

    /** The drones as they are. */
    public List<Drone> drones() {
        return members.values().stream().map(member -> member.drone).toList();
    }
}
