package io.dronedelivery.system.simulation;

import java.util.Optional;
import java.util.function.LongFunction;

/** Runs simulations and says what they find. Also for those who loaded all of this with another class loader. */
public final class Trial implements LongFunction<Optional<String>> {

    /** What a run of everything that may go wrong finds, its rule first; empty where all is as it should be. */
    @Override
    public Optional<String> apply(long seed) {
        return of(new Simulation(Scenario.faulty(seed))).map(Violation::getMessage);
    }

    static Optional<Violation> of(Simulation simulation) {
        try {
            simulation.run();
            return Optional.empty();
        } catch (Violation found) {
            return Optional.of(found);
        } catch (RuntimeException bug) {
            Violation found = new Violation(Unexpected.RULE, String.valueOf(bug));
            found.initCause(bug);
            return Optional.of(found);
        }
    }
}
