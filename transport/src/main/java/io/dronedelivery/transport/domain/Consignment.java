package io.dronedelivery.transport.domain;

import io.dronedelivery.contracts.transport.Shipments.Shipment;
import io.dronedelivery.contracts.transport.Shipments.Stage;
import io.dronedelivery.transport.domain.Answer.Carried;
import io.dronedelivery.transport.domain.Answer.Chosen;
import io.dronedelivery.transport.domain.Answer.Declined;
import io.dronedelivery.transport.domain.Answer.Over;
import io.dronedelivery.transport.domain.Answer.Shipped;
import io.dronedelivery.transport.domain.Answer.Withdrawn;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * All attempts to have a delivery carried by a third party. No change goes backward, and each may be repeated. So messages
 * that come twice or late need no inbox.
 *
 * @param fence attempts up to this one are over: nothing may be booked under them any more
 * @param answers what was answered, by ascending attempt; above the fence at most one has a carrier
 */
public record Consignment(String deliveryId, int fence, List<Answer> answers) {
    /** The fence of a delivery that has ended. */
    static final int ENDED = Integer.MAX_VALUE;

    /** A delivery of which nothing is known. */
    public static Consignment of(String deliveryId) {
        return new Consignment(deliveryId, 0, List.of());
    }

    boolean overtaken(int attempt) {
        return attempt <= fence;
    }

    Optional<Answer> answer(int attempt) {
        return answers.stream().filter(answer -> answer.attempt() == attempt).findFirst();
    }

    /** The shipment of the latest attempt that had one; one that is not booked yet is none. */
    Optional<Shipment> shipment() {
        return answers.stream()
                .filter(answer -> answer instanceof Shipped && !(answer instanceof Chosen))
                .max(Comparator.comparingInt(Answer::attempt))
                .map(answer -> ((Shipped) answer).shipment());
    }

    /** The attempt for which a carrier has, or may have, the parcel or a booking. */
    public Optional<Integer> holding() {
        return answers.stream()
                .filter(answer -> !(answer instanceof Declined) && !(answer instanceof Over))
                .map(Answer::attempt)
                .max(Comparator.naturalOrder());
    }

    List<Withdrawn> withdrawn() {
        return answers.stream()
                .filter(Withdrawn.class::isInstance)
                .map(Withdrawn.class::cast)
                .toList();
    }

    /**
     * Answers a new attempt, which overtakes those before it, unless one of them has the parcel; leaves an attempt that is
     * over or answered as it is.
     */
    Consignment answered(Answer answer) {
        if (overtaken(answer.attempt()) || answer(answer.attempt()).isPresent()) {
            return this;
        }
        // A carrier that has the parcel keeps it: the later attempt is declined.
        return pickedUp()
                ? and(new Declined(answer.attempt(), "the carrier of an earlier attempt has the parcel"))
                : overtake(answer.attempt() - 1).and(answer);
    }

    private Consignment and(Answer another) {
        return new Consignment(
                deliveryId,
                fence,
                Stream.concat(answers.stream(), Stream.of(another)).toList());
    }

    private boolean pickedUp() {
        return answers.stream()
                .anyMatch(answer ->
                        answer instanceof Carried carried && carried.shipment().stage() != Stage.BOOKED);
    }

    /** Ends all attempts up to and with this one. */
    Consignment overtake(int attempt) {
        return withdraw(attempt, answer -> answer.attempt() <= attempt);
    }

    /** Ends this attempt, and lets none before it begin; a shipment of an earlier one stays until it is replaced. */
    Consignment undo(int attempt) {
        return withdraw(attempt, answer -> answer.attempt() == attempt);
    }

    private Consignment withdraw(int upTo, Predicate<Answer> which) {
        Consignment fenced = new Consignment(deliveryId, Math.max(fence, upTo), answers);
        return fenced.each(which, Consignment::withdrawn);
    }

    private static Answer withdrawn(Answer answer) {
        return switch (answer) {
            case Chosen chosen -> new Withdrawn(chosen.shipment());
            case Carried carried -> new Withdrawn(carried.shipment());
            case Declined _, Withdrawn _, Over _ -> answer;
        };
    }

    /** The carrier was told that a withdrawn shipment is not wanted. */
    Consignment cancelled(int attempt) {
        return each(
                answer -> answer.attempt() == attempt,
                answer -> answer instanceof Withdrawn withdrawn ? withdrawn.cancelled() : answer);
    }

    /** This answer in place of the one its attempt had. */
    Consignment with(Answer answer) {
        return each(former -> former.attempt() == answer.attempt(), _ -> answer);
    }

    private Consignment each(Predicate<Answer> which, UnaryOperator<Answer> change) {
        return new Consignment(
                deliveryId,
                fence,
                answers.stream()
                        .map(answer -> which.test(answer) ? change.apply(answer) : answer)
                        .toList());
    }
}
