package io.dronedelivery.chassis.http;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Takes every kind of input that the services take. */
@Path("/wishes")
class WishResource {
    static final Duration LATER = Duration.ofMillis(300);
    private static final int ANSWER_CHARACTERS = 200_000;

    enum Size {
        SMALL,
        LARGE
    }

    record Weight(int grams) {
        Weight {
            if (grams < 1) {
                throw new IllegalArgumentException("grams must be 1 or more, but is " + grams);
            }
        }
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes(@JsonSubTypes.Type(value = Drone.class, name = "Drone"))
    sealed interface Means {}

    record Drone() implements Means {}

    record Wish(
            @Nullable Instant readyAt,
            int count,
            long serial,
            double height,
            boolean fragile,
            @Nullable String note,
            @Nullable Size size,
            @Nullable Weight weight,
            @Nullable Means means,
            @Nullable List<Instant> visits) {}

    record Label(
            String name,
            Size size,
            List<Weight> weights,
            @Nullable String note,
            List<@Nullable String> marks) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public String wish(Wish wish) {
        return "granted";
    }

    @PUT
    @Path("/labels/{name}")
    public String label(String name, Label label) {
        return label.name() + label.size() + label.weights() + label.marks();
    }

    @PATCH
    @Path("/labels/{name}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    public String relabel(String name, @Nullable Label label) {
        return label == null ? "nothing" : "granted";
    }

    @GET
    @Path("/labels/{name}")
    public String label(String name) {
        return name;
    }

    /** Is never answered. */
    @GET
    @Path("/never")
    public Uni<String> never() {
        return Uni.createFrom().nothing();
    }

    /** Waits for a moment, and fails or not. */
    @GET
    @Path("/later")
    public Uni<String> later(@RestQuery boolean failing) {
        Uni<String> late = Uni.createFrom()
                .item("x".repeat(ANSWER_CHARACTERS))
                .onItem()
                .delayIt()
                .by(LATER);
        return failing ? late.onItem().failWith(_ -> new IllegalStateException("SQL state 22021")) : late;
    }

    @GET
    @Path("/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Multi<String> events() {
        return Multi.createFrom()
                .ticks()
                .every(Duration.ofMillis(1))
                .onOverflow()
                .drop()
                .map(tick -> "event " + tick);
    }

    @GET
    public String list(
            @RestQuery String note,
            @RestQuery @DefaultValue("50") int limit,
            @RestQuery Optional<Long> after,
            @RestQuery @DefaultValue("false") boolean granted,
            @QueryParam("of-size") @Nullable Size size) {
        return "granted";
    }

    @GET
    @Path("/{number}")
    public String find(long number) {
        return "granted";
    }
}
