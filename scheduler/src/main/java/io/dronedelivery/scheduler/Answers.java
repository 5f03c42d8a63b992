package io.dronedelivery.scheduler;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.dronedelivery.chassis.ProblemException;
import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.Outcome.Granted;
import io.dronedelivery.contracts.Outcome.Refused;
import io.dronedelivery.contracts.Problem;
import io.dronedelivery.contracts.Refusal;
import io.smallrye.mutiny.Uni;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Reads what a service answers: an outcome where it is definitive; a failure, which is tried again, where it is not. An
 * answer against the contract is definitive too: the service stores and repeats it.
 */
final class Answers {
    private static final Logger log = Logger.getLogger(Answers.class);

    private Answers() {}

    /**
     * @param service which service is asked, for the log and for people
     * @param complete whether an answer has what will be needed of it
     */
    static <T> Uni<Outcome<T>> of(String service, Uni<T> call, Predicate<T> complete) {
        return call.<Outcome<T>>map(
                        answer -> answer != null && complete.test(answer) ? new Granted<>(answer) : malformed(service))
                .onFailure(ProblemException.class)
                .recoverWithItem(failure -> refused(((ProblemException) failure).problem()))
                .onFailure(Answers::unreadable)
                .recoverWithItem(() -> malformed(service))
                .onFailure()
                .invoke(failure -> log.warnf("no answer service=%s because=%s", service, failure));
    }

    private static <T> Outcome<T> refused(Problem problem) {
        return new Refused<>(Objects.requireNonNull(problem.code()), problem.detail());
    }

    private static <T> Outcome<T> malformed(String service) {
        log.errorf("answer against the contract service=%s", service);
        return new Refused<>(Refusal.MALFORMED_ANSWER, "The service " + service + " answered against its contract.");
    }

    private static boolean unreadable(Throwable failure) {
        return Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(JsonProcessingException.class::isInstance);
    }
}
