package io.dronedelivery.supervisor.deadletter;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.dronedelivery.chassis.access.Caller;
import io.dronedelivery.chassis.failure.ProblemException;
import io.dronedelivery.chassis.failure.Problems;
import io.dronedelivery.chassis.json.JsonFaults;
import io.dronedelivery.contracts.Json;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.access.Scope;
import io.dronedelivery.supervisor.deadletter.domain.DeadLetterState.Status;
import io.dronedelivery.supervisor.deadletter.domain.DeadLetters;
import io.dronedelivery.supervisor.deadletter.domain.DeadLetters.Fault;
import io.dronedelivery.supervisor.deadletter.domain.DeadLetters.Search;
import io.dronedelivery.supervisor.deadletter.domain.Payload;
import io.dronedelivery.supervisor.deadletter.domain.operations.ActResult;
import io.dronedelivery.supervisor.deadletter.domain.operations.DeadLetterOperations;
import io.dronedelivery.supervisor.deadletter.domain.operations.DeadLetterOperations.Replays;
import io.dronedelivery.supervisor.shared.OperatorNote;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The operators' API to the dead letters. Bodies are taken as bytes, whatever type they are said to be. */
@Path("/operations/dead-letters")
@RolesAllowed(Scope.OPERATOR)
@Consumes(MediaType.WILDCARD)
class DeadLetterResource {
    private static final String NOT_POSSIBLE = "The letter is settled, or can't be read and has to be edited first.";

    private final DeadLetterOperations operations;

    DeadLetterResource(DeadLetters letters, InstantSource clock) {
        this.operations = new DeadLetterOperations(letters, clock);
    }

    /** A page of the list; next is the cursor of the following one. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Lines(
            List<DeadLetterView.Line> letters, @Nullable String next) {}

    public record Faults(List<Fault> faults) {}

    @GET
    public Uni<Lines> list(
            @RestQuery Optional<String> topic,
            @RestQuery Optional<String> group,
            @RestQuery Optional<Status> status,
            @RestQuery Optional<String> digest,
            @RestQuery Optional<String> key,
            @RestQuery Optional<Long> cursor,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit) {
        Search search = new Search(
                topic.orElse(null), group.orElse(null), status.orElse(null), digest.orElse(null), key.orElse(null));
        return operations
                .list(search, cursor.orElse(Long.MAX_VALUE), limit)
                .map(page -> new Lines(
                        page.items().stream().map(DeadLetterView.Line::of).toList(), page.next()));
    }

    @GET
    @Path("/faults")
    public Uni<Faults> faults() {
        return operations.faults().map(Faults::new);
    }

    @GET
    @Path("/{id: [0-9]+}") // not the names of its siblings
    public Uni<DeadLetterView> find(long id) {
        return operations.find(id).map(found -> found.map(DeadLetterView::of).orElseThrow(() -> unknown(id)));
    }

    @PUT
    @Path("/{id}/payload")
    @APIResponse(responseCode = "409", description = NOT_POSSIBLE)
    public Uni<Void> edit(long id, byte[] payload, @Context SecurityContext security) {
        return operations
                .edit(id, Payload.of(payload), Caller.subject(security))
                .chain(result -> result instanceof ActResult.Unreadable unreadable
                        ? Uni.createFrom().failure(invalid(unreadable))
                        : done(id, result));
    }

    @POST
    @Path("/{id}/replay")
    @APIResponse(responseCode = "409", description = NOT_POSSIBLE)
    public Uni<Void> replay(long id, byte @Nullable [] body, @Context SecurityContext security) {
        return operations.replay(id, Caller.subject(security), note(body)).chain(result -> done(id, result));
    }

    @POST
    @Path("/{id}/discard")
    @APIResponse(responseCode = "409", description = NOT_POSSIBLE)
    public Uni<Void> discard(long id, byte @Nullable [] body, @Context SecurityContext security) {
        String by = Caller.subject(security);
        String note = note(body);
        if (note == null) {
            throw Problems.invalid("/note", "is required: why nothing is lost with this letter");
        }
        return operations.discard(id, by, note).chain(result -> done(id, result));
    }

    /** All open letters of a fault, the oldest first. */
    @POST
    @Path("/replay")
    public Uni<Replays> replayAll(
            @RestQuery Optional<String> digest,
            @RestQuery Optional<String> topic,
            @RestQuery Optional<String> group,
            @RestQuery Optional<Long> cursor,
            @RestQuery @DefaultValue("500") @Min(1) @Max(500) int limit,
            byte @Nullable [] body,
            @Context SecurityContext security) {
        String named = digest.orElseThrow(() -> Problems.invalid("digest", "is required: that of the fault"));
        Search fault = new Search(topic.orElse(null), group.orElse(null), Status.OPEN, named, null);
        return operations.replayAll(fault, cursor.orElse(0L), limit, Caller.subject(security), note(body));
    }

    private static Uni<Void> done(long id, ActResult result) {
        return switch (result) {
            case ActResult.Done _ -> Uni.createFrom().voidItem();
            case ActResult.Unknown _ -> Uni.createFrom().failure(unknown(id));
            case ActResult.Settled(Status status) ->
                conflict("ALREADY_" + status, "The letter is " + status + ": nothing more can be done with it.");
            case ActResult.Unreadable unreadable ->
                conflict("NOT_READABLE", "It is no message of its topic; edit it first. " + explain(unreadable));
        };
    }

    private static Uni<Void> conflict(String kind, String detail) {
        return Uni.createFrom().failure(new ProblemException(Problems.of(409, kind, detail)));
    }

    private static ProblemException unknown(long id) {
        return new ProblemException(Refusal.NOT_FOUND, "There is no dead letter " + id + ".");
    }

    /** What is wrong with JSON is told with its place, as of every body. */
    private static ProblemException invalid(ActResult.Unreadable unreadable) {
        return notJson(unreadable.why())
                ? JsonFaults.refusal(unreadable.why(), unreadable.payload().bytes())
                : Problems.invalid("", explain(unreadable));
    }

    private static String explain(ActResult.Unreadable unreadable) {
        return notJson(unreadable.why())
                ? invalid(unreadable).problem().detail()
                : String.valueOf(unreadable.why().getMessage());
    }

    private static boolean notJson(IOException why) {
        return why instanceof JsonProcessingException || why instanceof CharConversionException;
    }

    private static @Nullable String note(byte @Nullable [] body) {
        if (body == null || body.length == 0) {
            return null;
        }
        JsonNode read = tree(body);
        JsonNode note = read.path("note");
        if (!read.isObject() || !(note.isTextual() || note.isNull() || note.isMissingNode())) {
            throw noNote();
        }
        return OperatorNote.of(new OperatorNote(note.textValue()));
    }

    private static JsonNode tree(byte[] body) {
        try {
            return Json.read(body, JsonNode.class);
        } catch (UncheckedIOException malformed) {
            throw noNote();
        }
    }

    private static ProblemException noNote() {
        return Problems.invalid("", "must be {\"note\": \"...\"}, or nothing");
    }
}
