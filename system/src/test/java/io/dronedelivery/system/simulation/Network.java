package io.dronedelivery.system.simulation;

import io.dronedelivery.chassis.failure.Failures;
import io.dronedelivery.chassis.failure.RemoteFailure;
import io.dronedelivery.contracts.Outcome;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How processes reach each other and the log: calls take their time, get lost, arrive twice, or are never answered. */
final class Network {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration STUCK_MAX = Duration.ofMinutes(15);
    private static final Duration DOUBLED_AFTER_MAX = Duration.ofMinutes(3);
    private static final Duration MUTED_MAX = Duration.ofMinutes(15);

    private final World world;
    private final Map<String, Instant> stuckUntil = new HashMap<>();
    private final Map<String, Instant> mutedUntil = new HashMap<>();

    Network(World world) {
        this.world = world;
    }

    /** A call that is stuck arrives after minutes, with all its repeats, when its caller may have given up long ago. */
    private Duration transit(String call) {
        Instant now = world.instant();
        Instant free = stuckUntil.computeIfAbsent(call, _ -> now.plus(strikesFor(Fault.STUCK, call, STUCK_MAX)));
        Duration latency = world.latency("call", call);
        return free.isAfter(now) ? Duration.between(now, free).plus(latency) : latency;
    }

    private boolean muted(String call) {
        Instant now = world.instant();
        return mutedUntil
                .computeIfAbsent(call, _ -> now.plus(strikesFor(Fault.MUTED, call, MUTED_MAX)))
                .isAfter(now);
    }

    private Duration strikesFor(Fault fault, String call, Duration longest) {
        return world.strikes(fault, "call", call) ? world.upTo(longest) : Duration.ZERO;
    }

    /** Calls a service. The caller hears its answer or, as of the real adapters, a failure that may pass. */
    <H, T> Uni<T> call(ProcessLife caller, Node<H> callee, String what, Function<H, Uni<T>> request) {
        return Uni.createFrom().emitter(emitter -> {
            Answer<T> answer = new Answer<>(caller, emitter, caller.name() + " → " + callee.name() + ": " + what);
            int copies = world.strikes(Fault.DOUBLED, callee.name(), answer.call) ? 2 : 1;
            for (int copy = 0; copy < copies; copy++) {
                if (!world.strikes(Fault.LOST, "call of " + callee.name(), answer.call)) {
                    Duration again = copy == 0 ? Duration.ZERO : world.upTo(DOUBLED_AFTER_MAX);
                    world.after(transit(answer.call).plus(again), () -> arrive(callee, request, answer));
                }
            }
        });
    }

    private <H, T> void arrive(Node<H> callee, Function<H, Uni<T>> request, Answer<T> answer) {
        if (callee.life().over()) {
            answer.fail("nobody there");
            return;
        }
        if (world.strikes(Fault.UNTRUSTED, "call of " + callee.name(), answer.call)) {
            RuntimeException meaning = Failures.ofCall(callee.name(), new WebApplicationException(Status.UNAUTHORIZED));
            Unexpected.check(world, answer.call, meaning);
            answer.fail("not trusted");
            return;
        }
        request.apply(callee.handlers()).subscribe().with(answer::send, failure -> {
            Unexpected.check(world, answer.call, failure);
            answer.fail(String.valueOf(failure.getMessage()));
        });
    }

    /** Writes messages to the log, in their order; done when it has all of them. */
    <M> Uni<Void> publish(ProcessLife writer, SimulatedTopic<M> topic, List<M> messages) {
        return Uni.createFrom().emitter(emitter -> {
            Answer<Void> answer = new Answer<>(writer, emitter, writer.name() + " → " + topic.name());
            int all = messages.size();
            int arriving = messages.stream().allMatch(topic::takes)
                    ? all
                    : world.random().nextInt(all);
            world.after(world.latency("message", answer.call), () -> {
                messages.subList(0, arriving).forEach(topic::append);
                if (arriving == all) {
                    answer.send(null);
                }
            });
        });
    }

    /** What the caller hears, if it still lives: the first that comes. */
    private final class Answer<T> {
        private final ProcessLife caller;
        private final UniEmitter<? super T> emitter;
        private final String call;
        private boolean heard;

        Answer(ProcessLife caller, UniEmitter<? super T> emitter, String call) {
            this.caller = caller;
            this.emitter = emitter;
            this.call = call;
            caller.after(TIMEOUT, "giving up waiting", () -> hear(() -> emitter.fail(new RemoteFailure("no answer"))));
        }

        void send(@Nullable T answer) {
            if (answer instanceof Outcome<?>) {
                world.tell(call + " " + answer);
            }
            if (!muted(call) && !world.strikes(Fault.UNANSWERED, "call by " + caller.name(), call)) {
                caller.after(
                        world.latency("answer", call), "hearing an answer", () -> hear(() -> emitter.complete(answer)));
            }
        }

        void fail(String why) {
            caller.after(
                    world.latency("answer", call),
                    "hearing of a failure",
                    () -> hear(() -> emitter.fail(new RemoteFailure(why))));
        }

        private void hear(Runnable word) {
            if (!heard) {
                heard = true;
                word.run();
            }
        }
    }
}
