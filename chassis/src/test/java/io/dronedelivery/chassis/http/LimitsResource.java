package io.dronedelivery.chassis.http;

import io.dronedelivery.contracts.PlainText;
import jakarta.validation.Valid;
import jakarta.validation.ValidationException;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Has every kind of limit that the services have. */
@Path("/limits/{attempt}")
class LimitsResource {
    record Part(@DecimalMin("0.1") @Max(200) double speed) {}

    record Whole(
            @PlainText(max = 5) String name,
            @Pattern(regexp = "^[A-Z]{3}$") @Nullable String code,
            @Valid Part part,
            @Size(min = 1, max = 2) List<@Valid Part> parts,
            @Nullable List<@Pattern(regexp = "^[a-z]$") String> letters) {}

    @GET
    public String parameters(
            @Min(1) int attempt,
            @RestQuery @DefaultValue("50") @Min(1) @Max(100) int limit,
            @RestQuery @NotNull @Pattern(regexp = "^[A-Z]{3}$") @Nullable String code) {
        return "granted";
    }

    @POST
    public String body(@Min(1) int attempt, @Valid Whole body) {
        return "granted";
    }

    @GET
    @Path("/answer")
    public @Min(1) int wrongAnswer() {
        return 0;
    }

    @GET
    @Path("/fault")
    public String fault() {
        throw new ValidationException("HV000028: Unexpected exception during isValid call.");
    }
}
