package io.dronedelivery.chassis.http;

import io.dronedelivery.chassis.failure.NotYet;
import io.dronedelivery.chassis.failure.ProblemException;
import io.dronedelivery.chassis.failure.RemoteFailure;
import io.dronedelivery.contracts.Batch.Answers;
import io.dronedelivery.contracts.Batch.Call;
import io.dronedelivery.contracts.Batch.Calls;
import io.dronedelivery.contracts.PlainText;
import io.dronedelivery.contracts.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

/** Takes batches, and does with each call what it says. */
@Path("/batches")
class BatchResource {
    record Wanted(@PlainText(max = 20) String outcome) {}

    record Done(String deliveryId, int attempt) {}

    private final BatchAnswers answers;

    BatchResource(BatchAnswers answers) {
        this.answers = answers;
    }

    @PUT
    public Uni<Answers<Done>> all(@Valid Calls<Call<Wanted>> batch) {
        return answers.of(batch, BatchResource::single);
    }

    private static Uni<Done> single(Call<Wanted> call) {
        return switch (call.body().outcome()) {
            case "done" -> Uni.createFrom().item(new Done(call.deliveryId(), call.attempt()));
            case "nothing" -> Uni.createFrom().nullItem();
            case "refused" -> throw new ProblemException(Refusal.NO_CARRIER, "why");
            case "not yet" -> Uni.createFrom().failure(new NotYet("It is under way."));
            case "away" -> Uni.createFrom().failure(new RemoteFailure("The database is away."));
            default -> throw new IllegalStateException("SQL state 22021");
        };
    }
}
