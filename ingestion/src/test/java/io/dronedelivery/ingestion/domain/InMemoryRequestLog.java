package io.dronedelivery.ingestion.domain;

import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;

/** A log in memory, which can be made to lose its acknowledgements. */
public final class InMemoryRequestLog implements RequestLog {
    private final List<DeliveryRequest> stored = new ArrayList<>();
    private boolean silent;

    @Override
    public Uni<Void> append(DeliveryRequest request) {
        return Uni.createFrom().deferred(() -> {
            stored.add(request);
            return silent
                    ? Uni.createFrom().failure(new IllegalStateException("no acknowledgement"))
                    : Uni.createFrom().voidItem();
        });
    }

    /** From now on it stores, but says nothing. */
    public void fallSilent() {
        silent = true;
    }

    /** What it has, in order. */
    public List<DeliveryRequest> stored() {
        return List.copyOf(stored);
    }
}
