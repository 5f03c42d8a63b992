package io.dronedelivery.supervisor.domain.compensation;

import io.dronedelivery.contracts.delivery.Attempts.Closed;
import io.dronedelivery.contracts.delivery.Attempts.Closure;
import io.dronedelivery.contracts.scheduler.CompensationRequested.Step;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Services that remember what was asked of them, and fail when told to, before or after having done it. */
final class RecordedServices implements Services {
    private static final Closed TO_UNDO = new Closed(true, null);

    final List<String> calls = new ArrayList<>();
    final List<Closure> closures = new ArrayList<>();
    private final Map<String, Closed> answers = new HashMap<>();
    private BooleanSupplier before = () -> false;
    private BooleanSupplier after = () -> false;

    /** How delivery answers the closure of an attempt; where it isn't said, that all is to be undone. */
    void answer(String deliveryId, int attempt, Closed closed) {
        answers.put(deliveryId + "/" + attempt, closed);
    }

    void fail(BooleanSupplier beforeDoing, BooleanSupplier afterDoing) {
        before = beforeDoing;
        after = afterDoing;
    }

    /** What was done for an attempt, in its order, repeats included. */
    List<String> calls(String deliveryId, int attempt) {
        String prefix = deliveryId + "/" + attempt + " ";
        return calls.stream()
                .filter(call -> call.startsWith(prefix))
                .map(call -> call.substring(prefix.length()))
                .toList();
    }

    @Override
    public Uni<Closed> close(String deliveryId, int attempt, Closure closure) {
        return call(deliveryId, attempt, "close")
                .invoke(() -> closures.add(closure))
                .replaceWith(() -> answers.getOrDefault(deliveryId + "/" + attempt, TO_UNDO));
    }

    @Override
    public Uni<Void> undo(Step step, String deliveryId, int attempt) {
        return call(deliveryId, attempt, step.name());
    }

    private Uni<Void> call(String deliveryId, int attempt, String what) {
        return Uni.createFrom().voidItem().invoke(() -> {
            failIf(before);
            calls.add(deliveryId + "/" + attempt + " " + what);
            failIf(after);
        });
    }

    private static void failIf(BooleanSupplier chance) {
        if (chance.getAsBoolean()) {
            throw new IllegalStateException("no answer");
        }
    }
}
