package io.dronedelivery.testing.access;

import io.dronedelivery.issuer.Grant;
import io.dronedelivery.issuer.LocalIssuer;
import io.dronedelivery.testing.infrastructure.Folders;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.util.Map;

/**
 * Gives every Quarkus test an issuer of tokens that the service under test trusts. Found through
 * <code>META-INF/services</code>.
 */
public final class TestIssuer implements QuarkusTestResourceLifecycleManager {
    static final String FOLDER = "test.issuer";

    @Override
    public Map<String, String> start() {
        Path folder = Folders.temporary("issuer");
        System.setProperty(FOLDER, folder.toString());
        LocalIssuer issuer = LocalIssuer.in(folder);
        Path own = folder.resolve("service.token");
        issuer.write(Grant.service("tested"), own);
        Path carrier = folder.resolve("carrier.token");
        issuer.write(Grant.carrier("overland"), carrier);
        return Map.of(
                "access.keys",
                issuer.publishedKeys().toString(),
                "access.service-token-file",
                own.toString(),
                "overland.token-file",
                carrier.toString());
    }

    @Override
    public void stop() {
        Folders.delete(Path.of(System.getProperty(FOLDER)));
    }
}
