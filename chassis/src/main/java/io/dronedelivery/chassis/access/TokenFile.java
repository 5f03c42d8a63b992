package io.dronedelivery.chassis.access;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;

/** A file that has a token and nothing else. Somebody replaces it before the token expires. */
public final class TokenFile {
    private TokenFile() {}

    /** The token in the file at present. */
    public static Uni<String> read(Vertx vertx, String file) {
        return Uni.createFrom()
                .completionStage(() -> vertx.fileSystem().readFile(file).toCompletionStage())
                .map(content -> content.toString().strip());
    }
}
