package io.dronedelivery.gateway.standin;

import io.vertx.core.http.HttpServerRequest;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** What the services have seen, all of them. */
public final class Observed {
    private static final Set<HttpServerRequest> open = ConcurrentHashMap.newKeySet();
    private static final AtomicLong begun = new AtomicLong();
    private static final AtomicLong written = new AtomicLong();

    private Observed() {}

    static void begin(HttpServerRequest request) {
        begun.incrementAndGet();
        open.add(request);
        request.response()
                .endHandler(_ -> open.remove(request))
                .exceptionHandler(_ -> open.remove(request))
                .closeHandler(_ -> open.remove(request));
    }

    static void write(int bytes) {
        written.addAndGet(bytes);
    }

    /** How many requests came, ever. */
    public static long begun() {
        return begun.get();
    }

    /** How many requests are neither answered nor given up. */
    public static int open() {
        return open.size();
    }

    /** How many bytes of big answers were written, ever. */
    public static long written() {
        return written.get();
    }
}
