package io.dronedelivery.chassis.batch;

import io.dronedelivery.chassis.failure.RemoteFailure;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Does the work of several callers at once: in one transaction, or by one request. Whoever comes while as many batches as allowed
 * are under way waits for the next one, together with all others who wait: the busier the service, the fewer commits, requests
 * and round trips each costs. Work on the same key is never in two batches at a time, and is done in the order in which it came.
 *
 * @param <W> the work
 * @param <R> its answer
 */
public final class Batcher<W, R> {
    private final Context context;
    private final int underWayMax;
    private final int sizeMax;
    private final Function<List<W>, Uni<List<R>>> batch;

    // All of it is used in the context alone.
    private final Set<Waiting> waiting = new LinkedHashSet<>();
    private final Set<String> keysUnderWay = new HashSet<>();
    private int underWay;

    /**
     * @param underWayMax how many batches may be under way at a time
     * @param sizeMax how much work one has at most
     * @param batch does work on different keys, and gives its answers in the same order, none of them null. Where it fails with a
     *     {@link RemoteFailure}, all of its work has failed. Where it fails with anything else, each piece is done again alone
     */
    public Batcher(Vertx vertx, int underWayMax, int sizeMax, Function<List<W>, Uni<List<R>>> batch) {
        // Not that of the request which happens to be the first.
        this.context = VertxContext.getRootContext(vertx.getOrCreateContext());
        this.underWayMax = underWayMax;
        this.sizeMax = sizeMax;
        this.batch = batch;
    }

    /** One caller's work; it is answered in the caller's context. */
    private final class Waiting {
        private final String key;
        private final W work;
        private final UniEmitter<? super R> caller;
        private final @Nullable Context callersContext = Vertx.currentContext();

        Waiting(String key, W work, UniEmitter<? super R> caller) {
            this.key = key;
            this.work = work;
            this.caller = caller;
        }

        void answer(R answer) {
            inCallersContext(() -> caller.complete(answer));
        }

        void fail(Throwable failure) {
            inCallersContext(() -> caller.fail(failure));
        }

        private void inCallersContext(Runnable end) {
            if (callersContext == null) {
                end.run();
            } else {
                callersContext.runOnContext(_ -> end.run());
            }
        }
    }

    /**
     * Does work on a key. It goes on to its end though its caller is cancelled.
     *
     * @return the answer; fails as a batch does that has this work alone
     */
    public Uni<R> run(String key, W work) {
        return Uni.createFrom().emitter(caller -> {
            Waiting one = new Waiting(key, work, caller);
            context.runOnContext(_ -> {
                waiting.add(one);
                begin();
            });
        });
    }

    private void begin() {
        while (underWay < underWayMax) {
            List<Waiting> group = next();
            if (group.isEmpty()) {
                return;
            }
            underWay++;
            begun(group).subscribe().with(answers -> answered(group, answers), failure -> failed(group, failure));
        }
    }

    /** One that fails to begin has failed, too: nobody may wait for it. */
    private Uni<List<R>> begun(List<Waiting> group) {
        return Uni.createFrom()
                .deferred(() -> batch.apply(group.stream().map(one -> one.work).toList()));
    }

    private List<Waiting> next() {
        List<Waiting> group = new ArrayList<>();
        Set<String> passedOver = new HashSet<>();
        for (Iterator<Waiting> all = waiting.iterator(); all.hasNext() && group.size() < sizeMax; ) {
            Waiting one = all.next();
            if (!passedOver.contains(one.key) && keysUnderWay.add(one.key)) {
                group.add(one);
                all.remove();
            } else {
                passedOver.add(one.key);
            }
        }
        return group;
    }

    private void answered(List<Waiting> group, List<R> answers) {
        end(group);
        for (int i = 0; i < group.size(); i++) {
            group.get(i).answer(answers.get(i));
        }
    }

    /** In an outage all have failed. What fails by itself must not hold up the others: each is done alone again. */
    private void failed(List<Waiting> group, Throwable failure) {
        if (group.size() == 1 || failure instanceof RemoteFailure) {
            end(group);
            group.forEach(one -> one.fail(failure));
        } else {
            alone(group, 0);
        }
    }

    private void alone(List<Waiting> group, int index) {
        if (index == group.size()) {
            end(group);
            return;
        }
        Waiting one = group.get(index);
        begun(List.of(one))
                .invoke(answers -> one.answer(answers.getFirst()))
                .onFailure()
                .invoke(one::fail)
                .onFailure()
                .recoverWithNull()
                .subscribe()
                .with(_ -> alone(group, index + 1));
    }

    private void end(List<Waiting> group) {
        context.runOnContext(_ -> {
            underWay--;
            group.forEach(one -> keysUnderWay.remove(one.key));
            begin();
        });
    }
}
