package io.dronedelivery.ingestion;

import io.dronedelivery.chassis.ProblemException;
import io.dronedelivery.chassis.Problems;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;

/**
 * Reads bodies up to the limit, and says what is wrong with one that is larger, also where it is sent in chunks: there,
 * Quarkus's own limit says nothing, and ends the connection.
 */
@Singleton
class RequestBodies {
    private final long bytesMax;

    RequestBodies(IngestionConfig config) {
        this.bytesMax = config.bodyMax().asLongValue();
    }

    Uni<byte[]> read(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null && Long.parseLong(length) > bytesMax
                ? Uni.createFrom().failure(tooLarge())
                : Uni.createFrom().emitter(body -> collect(request, body));
    }

    /** What comes beyond the limit is read too, and dropped, so that the client gets to read the answer. */
    private void collect(HttpServerRequest request, UniEmitter<? super byte[]> body) {
        Buffer collected = Buffer.buffer();
        request.exceptionHandler(body::fail)
                .handler(part -> {
                    if (collected.length() + part.length() > bytesMax) {
                        body.fail(tooLarge());
                    } else {
                        collected.appendBuffer(part);
                    }
                })
                .endHandler(_ -> body.complete(collected.getBytes()))
                .resume();
    }

    private ProblemException tooLarge() {
        return new ProblemException(Problems.tooLarge(bytesMax));
    }
}
