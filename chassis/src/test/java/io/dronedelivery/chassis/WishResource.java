package io.dronedelivery.chassis;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Takes every kind of input that the services take. */
@Path("/wishes")
class WishResource {
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
            Instant readyAt,
            int count,
            long serial,
            double height,
            boolean fragile,
            String note,
            Size size,
            Weight weight,
            Means means,
            List<Instant> visits) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public String wish(@Nullable Wish wish) {
        return wish == null ? "nothing" : "granted";
    }

    @GET
    public String list(
            @RestQuery String note,
            @RestQuery @DefaultValue("50") int limit,
            @RestQuery Optional<Long> after,
            @QueryParam("of-size") @Nullable Size size) {
        return "granted";
    }

    @GET
    @Path("/{number}")
    public String find(long number) {
        return "granted";
    }
}
