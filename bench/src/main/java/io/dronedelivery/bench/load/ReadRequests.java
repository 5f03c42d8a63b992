package io.dronedelivery.bench.load;

import io.dronedelivery.bench.http.LoadGenerator;
import io.dronedelivery.bench.http.RequestBytes;
import io.dronedelivery.bench.measurement.MeasuredSystem;
import io.dronedelivery.local.access.Bearer;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Requests that read, from one URL after the other. */
public final class ReadRequests {
    private ReadRequests() {}

    /**
     * A load of an account's requests.
     *
     * @param urls all of one server; at least one
     * @param connections how many requests can be under way at a time
     */
    public static LoadGenerator load(MeasuredSystem system, String account, List<URI> urls, int connections) {
        Bearer customer = system.credentials().customer(account);
        AtomicInteger number = new AtomicInteger();
        return new LoadGenerator(
                urls.getFirst().getPort(),
                () -> RequestBytes.get(
                        urls.get(Math.floorMod(number.getAndIncrement(), urls.size())),
                        Map.of(Bearer.HEADER, customer.value())),
                connections);
    }
}
