package io.dronedelivery.gateway.standin;

import io.dronedelivery.issuer.Grant;
import io.dronedelivery.issuer.LocalIssuer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The issuer that the gateway trusts in its tests. */
public final class TestIssuer implements QuarkusTestResourceLifecycleManager {
    private static final String FOLDER = "gateway.test.issuer";

    /** A token. */
    public static String token(Grant grant) {
        return issuer().token(grant);
    }

    private static LocalIssuer issuer() {
        return LocalIssuer.in(Path.of(System.getProperty(FOLDER)));
    }

    @Override
    public Map<String, String> start() {
        try {
            System.setProperty(
                    FOLDER,
                    Files.createTempDirectory(Path.of("target"), "issuer").toString());
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
        return Map.of("access.keys", issuer().publishedKeys().toAbsolutePath().toString());
    }

    @Override
    public void stop() {
        System.clearProperty(FOLDER);
    }
}
