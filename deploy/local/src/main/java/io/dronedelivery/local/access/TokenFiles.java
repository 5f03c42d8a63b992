package io.dronedelivery.local.access;

import io.dronedelivery.contracts.Json;
import io.dronedelivery.issuer.Grant;
import io.dronedelivery.issuer.LocalIssuer;
import io.dronedelivery.issuer.SecretFile;
import io.dronedelivery.local.project.Project;
import io.dronedelivery.local.project.Service;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * The files from which the processes of the system take their tokens. Only their owner may read them.
 *
 * @param folder the folder of the issuer's keys
 */
public record TokenFiles(Path folder) {
    /** The carrier that is simulated. */
    private static final String CARRIER = "overland";

    /** Those of a state folder. */
    public static TokenFiles of(Project project) {
        return new TokenFiles(project.access());
    }

    /** The public keys, by which every service checks tokens. */
    public Path keys() {
        return LocalIssuer.in(folder).publishedKeys();
    }

    /** The token that a service calls others with. */
    public Path service(Service service) {
        return folder.resolve(service.id() + ".token");
    }

    /** The token of the simulated carrier. */
    public Path carrier() {
        return folder.resolve(CARRIER + ".token");
    }

    /** The tokens of the simulated drones, by their ids. */
    public Path drones() {
        return folder.resolve("drones.json");
    }

    /** Writes new tokens. */
    void write(Collection<String> drones, Duration lifetime) {
        LocalIssuer issuer = LocalIssuer.in(folder);
        for (Service service : Service.values()) {
            issuer.write(Grant.service(service.id()).lasting(lifetime), service(service));
        }
        issuer.write(Grant.carrier(CARRIER).lasting(lifetime), carrier());
        Map<String, String> tokens = new TreeMap<>();
        drones.forEach(id -> tokens.put(id, issuer.token(Grant.drone(id).lasting(lifetime))));
        SecretFile.write(drones(), Json.text(tokens));
    }
}
