package io.dronedelivery.supervisor.compensation.domain;

import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.Outcome.Granted;
import io.dronedelivery.contracts.Outcome.Refused;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.delivery.Attempts.Closed;
import io.dronedelivery.contracts.delivery.Attempts.Closure;
import io.dronedelivery.contracts.delivery.Attempts.Remedy;
import io.dronedelivery.contracts.scheduler.CompensationRequested.Step;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Services that remember what was asked of them, and refuse, or fail before or after having done it, when told to. */
final class RecordedServices implements Services {
    private static final Closed TO_UNDO = new Closed(true, null);

    final List<String> calls = new ArrayList<>();
    final List<Closure> closures = new ArrayList<>();
    private final Map<String, Closed> answers = new HashMap<>();
    private final Map<String, Refusal> refusals = new HashMap<>();
    private final Set<String> flying = new HashSet<>();
    private final Set<String> pickedUp = new HashSet<>();
    private BooleanSupplier before = () -> false;
    private BooleanSupplier after = () -> false;

    /** How delivery answers the closure of an attempt; where it isn't said, that all is to be undone. */
    void answer(String deliveryId, int attempt, Closed closed) {
        answers.put(deliveryId + "/" + attempt, closed);
    }

    /** What is asked of that attempt (recall, close, or a step) is refused. */
    void refuse(String deliveryId, int attempt, String what, Refusal code) {
        refusals.put(deliveryId + "/" + attempt + " " + what, code);
    }

    void grant(String deliveryId, int attempt, String what) {
        refusals.remove(deliveryId + "/" + attempt + " " + what);
    }

    /** The attempt's parcel is out there: only a person can say what is to become of it. */
    void pickUp(String deliveryId, int attempt) {
        pickedUp.add(deliveryId + "/" + attempt);
    }

    /** The attempt's drone is not known to have stopped. */
    void fly(String deliveryId, int attempt) {
        flying.add(deliveryId + "/" + attempt);
    }

    void stop(String deliveryId, int attempt) {
        flying.remove(deliveryId + "/" + attempt);
    }

    void fail(BooleanSupplier beforeDoing, BooleanSupplier afterDoing) {
        before = beforeDoing;
        after = afterDoing;
    }

    /** What was answered for an attempt, in its order, repeats included. */
    List<String> calls(String deliveryId, int attempt) {
        String prefix = deliveryId + "/" + attempt + " ";
        return calls.stream()
                .filter(call -> call.startsWith(prefix))
                .map(call -> call.substring(prefix.length()))
                .toList();
    }

    /** The same, without the repeats of one call that follow it at once, which are permitted. */
    List<String> callsWithoutRepeats(String deliveryId, int attempt) {
        List<String> distinct = new ArrayList<>();
        for (String call : calls(deliveryId, attempt)) {
            if (distinct.isEmpty() || !distinct.getLast().equals(call)) {
                distinct.add(call);
            }
        }
        return distinct;
    }

    @Override
    public Uni<Outcome<Done>> recall(String deliveryId, int attempt) {
        return call(deliveryId + "/" + attempt, "recall", new Done());
    }

    @Override
    public Uni<Outcome<Closed>> close(String deliveryId, int attempt, Closure closure) {
        String key = deliveryId + "/" + attempt;
        return Uni.createFrom()
                .voidItem()
                .invoke(() -> stillFlying(key))
                .chain(() -> call(key, "close", answers.getOrDefault(key, TO_UNDO)))
                .invoke(() -> closures.add(closure))
                .map(outcome -> pickedUp.contains(key) && closure.remedy() == Remedy.SCHEDULE_ANEW
                        ? new Refused<>(Refusal.ALREADY_PICKED_UP, "the parcel is on its way")
                        : outcome);
    }

    private void stillFlying(String key) {
        if (flying.contains(key)) {
            throw new IllegalStateException("its drone may still fly on");
        }
    }

    @Override
    public Uni<Outcome<Done>> undo(Step step, String deliveryId, int attempt) {
        return call(deliveryId + "/" + attempt, step.name(), new Done());
    }

    private <T> Uni<Outcome<T>> call(String key, String what, T answer) {
        return Uni.createFrom().item(() -> {
            failIf(before);
            calls.add(key + " " + what);
            failIf(after);
            Refusal refusal = refusals.get(key + " " + what);
            return refusal == null ? new Granted<>(answer) : new Refused<>(refusal, "no " + what);
        });
    }

    private static void failIf(BooleanSupplier chance) {
        if (chance.getAsBoolean()) {
            throw new IllegalStateException("no answer");
        }
    }
}
