package io.dronedelivery.supervisor;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.dronedelivery.chassis.JsonFaults;
import io.dronedelivery.chassis.Operator;
import io.dronedelivery.chassis.ProblemException;
import io.dronedelivery.chassis.Problems;
import io.dronedelivery.contracts.Json;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.supervisor.domain.letters.Answer;
import io.dronedelivery.supervisor.domain.letters.DeadLetterOffice;
import io.dronedelivery.supervisor.domain.letters.Fate.Status;
import io.dronedelivery.supervisor.domain.letters.Fault;
import io.dronedelivery.supervisor.domain.letters.LetterSearch;
import io.dronedelivery.supervisor.domain.letters.Payload;
import io.dronedelivery.supervisor.domain.letters.Replays;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The operators' API to the dead letters. Bodies are taken as bytes, whatever type they are said to be. */
@Path("/operations/dead-letters")
@Consumes(MediaType.WILDCARD)
class DeadLetterResource {
    private static final int LIMIT_MAX = 200;
    private static final int REPLAYS_MAX = 500;

    private final DeadLetterOffice office;

    DeadLetterResource(DeadLetterOffice office) {
        this.office = office;
    }

    /** A page of the list; next is the cursor of the following one. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Lines(
            List<LetterView.Line> letters, @Nullable String next) {}

    /** The faults whose letters are open. */
    public record Faults(List<Fault> faults) {}

    /** What an operator has to say. */
    public record Remark(@Nullable String note) {}

    @GET
    public Uni<Lines> list(
            @RestQuery Optional<String> topic,
            @RestQuery Optional<String> group,
            @Parameter(schema = @Schema(implementation = Status.class)) @RestQuery Optional<String> status,
            @RestQuery Optional<String> digest,
            @RestQuery Optional<String> key,
            @RestQuery Optional<String> cursor,
            @Parameter(schema = @Schema(minimum = "1", maximum = "200")) @RestQuery @DefaultValue("50") int limit) {
        LetterSearch search = new LetterSearch(
                topic.orElse(null),
                group.orElse(null),
                status.map(DeadLetterResource::status).orElse(null),
                digest.orElse(null),
                key.orElse(null));
        return office.list(search, number(cursor, Long.MAX_VALUE), within(limit, LIMIT_MAX))
                .map(page -> new Lines(
                        page.letters().stream().map(LetterView.Line::of).toList(), page.next()));
    }

    @GET
    @Path("/faults")
    public Uni<Faults> faults() {
        return office.faults().map(Faults::new);
    }

    @GET
    @Path("/{id: [0-9]+}") // not the names of its siblings
    public Uni<LetterView> find(long id) {
        return office.find(id).map(found -> found.map(LetterView::of).orElseThrow(() -> unknown(id)));
    }

    @PUT
    @Path("/{id}/payload")
    @APIResponse(
            responseCode = "409",
            description = "The letter is settled, or can't be read and has to be edited first.")
    public Uni<Void> edit(long id, byte[] payload, @HeaderParam(Operator.HEADER) @Nullable String operator) {
        return office.edit(id, Payload.of(payload), Operator.named(operator))
                .chain(answer -> answer instanceof Answer.Unreadable(IOException why)
                        ? Uni.createFrom().failure(invalid(why))
                        : done(id, answer));
    }

    @POST
    @Path("/{id}/replay")
    @APIResponse(
            responseCode = "409",
            description = "The letter is settled, or can't be read and has to be edited first.")
    public Uni<Void> replay(
            long id, byte @Nullable [] remark, @HeaderParam(Operator.HEADER) @Nullable String operator) {
        return office.replay(id, Operator.named(operator), note(remark)).chain(answer -> done(id, answer));
    }

    @POST
    @Path("/{id}/discard")
    @APIResponse(
            responseCode = "409",
            description = "The letter is settled, or can't be read and has to be edited first.")
    public Uni<Void> discard(
            long id, byte @Nullable [] remark, @HeaderParam(Operator.HEADER) @Nullable String operator) {
        String by = Operator.named(operator);
        String note = note(remark);
        if (note == null) {
            throw Problems.invalid("/note", "is required: why nothing is lost with this letter");
        }
        return office.discard(id, by, note).chain(answer -> done(id, answer));
    }

    /** All open letters of a fault, the oldest first. */
    @POST
    @Path("/replay")
    public Uni<Replays> replayAll(
            @RestQuery Optional<String> digest,
            @RestQuery Optional<String> topic,
            @RestQuery Optional<String> group,
            @RestQuery Optional<String> cursor,
            @Parameter(schema = @Schema(minimum = "1", maximum = "500")) @RestQuery @DefaultValue("500") int limit,
            byte @Nullable [] remark,
            @HeaderParam(Operator.HEADER) @Nullable String operator) {
        LetterSearch fault = LetterSearch.openOf(
                digest.orElseThrow(() -> Problems.invalid("digest", "is required: that of the fault")),
                topic.orElse(null),
                group.orElse(null));
        return office.replayAll(
                fault, number(cursor, 0), within(limit, REPLAYS_MAX), Operator.named(operator), note(remark));
    }

    private static Uni<Void> done(long id, Answer answer) {
        return switch (answer) {
            case Answer.Done _ -> Uni.createFrom().voidItem();
            case Answer.Unknown _ -> Uni.createFrom().failure(unknown(id));
            case Answer.Settled(Status status) ->
                conflict("ALREADY_" + status, "The letter is " + status + ": nothing more can be done with it.");
            case Answer.Unreadable(IOException why) ->
                conflict("NOT_READABLE", "It is no message of its topic; edit it first. " + explain(why));
        };
    }

    private static Uni<Void> conflict(String kind, String detail) {
        return Uni.createFrom().failure(new ProblemException(Problems.of(409, kind, detail)));
    }

    private static ProblemException unknown(long id) {
        return new ProblemException(Refusal.NOT_FOUND, "There is no dead letter " + id + ".");
    }

    /** What Jackson says is told with its place, as of every body. */
    private static Throwable invalid(IOException why) {
        return notJson(why) ? why : Problems.invalid("", explain(why));
    }

    private static String explain(IOException why) {
        return notJson(why) ? Problems.invalid(List.of(JsonFaults.of(why))).detail() : String.valueOf(why.getMessage());
    }

    private static boolean notJson(IOException why) {
        return why instanceof JsonProcessingException || why instanceof CharConversionException;
    }

    private static @Nullable String note(byte @Nullable [] body) {
        return body == null || body.length == 0
                ? null
                : Notes.optional(remark(body).note());
    }

    private static Remark remark(byte[] body) {
        try {
            return Optional.ofNullable(Json.read(body, Remark.class)).orElse(new Remark(null));
        } catch (UncheckedIOException malformed) {
            throw Problems.invalid("", "must be {\"note\": \"...\"}, or nothing");
        }
    }

    private static Status status(String name) {
        return Arrays.stream(Status.values())
                .filter(status -> status.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problems.invalid(
                        "status", "must be one of " + Arrays.toString(Status.values()) + ", but is " + name));
    }

    private static long number(Optional<String> cursor, long otherwise) {
        try {
            return cursor.map(Long::valueOf).orElse(otherwise);
        } catch (NumberFormatException foreign) {
            throw Problems.invalid("cursor", "must be the \"next\" of an answer, but is " + cursor.orElse(""));
        }
    }

    private static int within(int limit, int most) {
        if (limit < 1 || limit > most) {
            throw Problems.invalid("limit", "must be 1 to " + most + ", but is " + limit);
        }
        return limit;
    }
}
