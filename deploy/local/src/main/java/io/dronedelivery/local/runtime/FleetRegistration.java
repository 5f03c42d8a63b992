package io.dronedelivery.local.runtime;

import io.dronedelivery.contracts.Json;
import io.dronedelivery.local.access.Bearer;
import io.dronedelivery.local.project.Endpoints;
import io.dronedelivery.local.project.UserError;
import io.dronedelivery.simulator.FleetPlan;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Registers bases, drones and accounts with the services. To register them again changes nothing. */
public final class FleetRegistration {
    private static final int ERRORS_BEGIN = 300;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Bearer operator;

    /** Registers as that operator. */
    public FleetRegistration(Bearer operator) {
        this.operator = operator;
    }

    /**
     * Registers all that the plan names.
     *
     * @throws UserError if a service refuses one of them, or does not answer
     */
    public void register(FleetPlan plan) {
        plan.bases().forEach((id, base) -> put("bases/" + id, base));
        plan.drones().forEach((id, drone) -> put("drones/" + id, drone));
        plan.accounts().forEach((id, terms) -> put("accounts/" + id, terms));
    }

    private void put(String path, Object body) {
        URI uri = Endpoints.operations().resolve(path);
        try {
            HttpRequest request = HttpRequest.newBuilder(uri)
                    .header("Content-Type", "application/json")
                    .header(Bearer.HEADER, operator.value())
                    .PUT(BodyPublishers.ofByteArray(Json.bytes(body)))
                    .build();
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            if (response.statusCode() >= ERRORS_BEGIN) {
                throw new UserError("PUT " + uri + " answered " + response.statusCode() + ": " + response.body());
            }
        } catch (IOException failed) {
            throw new UserError("PUT " + uri + " failed: " + failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new UserError("stopped while the fleet was registered");
        }
    }
}
