package io.dronedelivery.local.chaos.proxy;

import io.dronedelivery.local.chaos.proxy.Disturbance.Cut;
import io.dronedelivery.local.chaos.proxy.Disturbance.Delay;
import io.dronedelivery.local.chaos.proxy.Disturbance.LostAnswers;
import io.dronedelivery.local.chaos.proxy.Disturbance.None;
import io.dronedelivery.local.chaos.proxy.Disturbance.Stall;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** Applies the present disturbance of a proxy to the traffic of all its connections. */
final class TrafficControl {
    private final RandomGenerator random;
    private Disturbance now = new None();

    /**
     * Traffic without a disturbance.
     *
     * @param random for the jitter; used by many threads
     */
    TrafficControl(RandomGenerator random) {
        this.random = random;
    }

    synchronized void become(Disturbance disturbance) {
        now = disturbance;
        notifyAll();
    }

    synchronized Disturbance now() {
        return now;
    }

    /** Waits until a chunk would arrive. Returns the disturbance, by which it may be lost. */
    Disturbance awaitArrival() throws InterruptedException {
        Disturbance flowing = awaitFlow();
        switch (flowing) {
            case Delay delay -> Thread.sleep(late(delay));
            case None _, Cut _, Stall _, LostAnswers _ -> {}
        }
        return flowing;
    }

    private synchronized Disturbance awaitFlow() throws InterruptedException {
        while (now instanceof Stall) {
            wait();
        }
        return now;
    }

    private Duration late(Delay delay) {
        return delay.latency().plusMillis(random.nextLong(delay.jitter().toMillis() + 1));
    }
}
