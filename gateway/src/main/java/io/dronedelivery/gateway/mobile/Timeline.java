package io.dronedelivery.gateway.mobile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What is needed of what happened to a delivery: its events, in order. */
record Timeline(List<Event> events) {

    /** An event. */
    record Event(Step header) {}

    /** The status after an event, and when that happened. */
    record Step(String status, Instant at) {}

    /** The statuses that it has come to. An event that leaves the status as it was is no step. */
    List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        for (Event event : events) {
            Step step = event.header();
            if (steps.isEmpty() || !steps.getLast().status().equals(step.status())) {
                steps.add(step);
            }
        }
        return steps;
    }
}
