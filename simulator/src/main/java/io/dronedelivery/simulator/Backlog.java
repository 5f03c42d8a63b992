package io.dronedelivery.simulator;

import io.dronedelivery.contracts.drone.DroneTelemetry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Samples of a drone that the telemetry API has not acknowledged, in the order they were taken; the oldest go when there are too many. */
final class Backlog {
    private final Deque<DroneTelemetry> waiting = new ArrayDeque<>();
    private final int samplesMax;
    private long dropped;

    Backlog(int samplesMax) {
        this.samplesMax = samplesMax;
    }

    void add(DroneTelemetry sample) {
        waiting.addLast(sample);
        trim();
    }

    /** Takes the oldest out, up to that many. */
    List<DroneTelemetry> take(int samples) {
        List<DroneTelemetry> taken = new ArrayList<>();
        while (taken.size() < samples && !waiting.isEmpty()) {
            taken.add(waiting.removeFirst());
        }
        return taken;
    }

    /** Puts what was taken back in front. */
    void putBack(List<DroneTelemetry> taken) {
        taken.reversed().forEach(waiting::addFirst);
        trim();
    }

    private void trim() {
        while (waiting.size() > samplesMax) {
            waiting.removeFirst();
            dropped++;
        }
    }

    int size() {
        return waiting.size();
    }

    /** How many samples will never be sent. */
    long dropped() {
        return dropped;
    }
}
