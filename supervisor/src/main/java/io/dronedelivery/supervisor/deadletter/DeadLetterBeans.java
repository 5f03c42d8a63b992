package io.dronedelivery.supervisor.deadletter;

import io.dronedelivery.supervisor.deadletter.domain.DeadLetterIntake;
import io.dronedelivery.supervisor.deadletter.domain.DeadLetterOperations;
import io.dronedelivery.supervisor.deadletter.domain.DeadLetters;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Makes beans of the domain's classes, which know no framework. */
@Dependent
class DeadLetterBeans {

    @Produces
    @Singleton
    DeadLetterIntake intake(DeadLetters letters, InstantSource clock) {
        return new DeadLetterIntake(letters, clock);
    }

    @Produces
    @Singleton
    DeadLetterOperations operations(DeadLetters letters, InstantSource clock) {
        return new DeadLetterOperations(letters, clock);
    }
}
