package io.dronedelivery.chassis.access;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.inject.Singleton;
import java.security.Key;
import java.util.HashMap;
import java.util.Map;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.Use;
import org.jose4j.lang.JoseException;

/** Where the public keys are published, as a JSON Web Key Set (RFC 7517): in a file, or at a URL. */
@Singleton
class KeySource {
    private static final int OK = 200;

    private final Vertx vertx;
    private final HttpClient client;
    private final AccessConfig config;

    KeySource(Vertx vertx, AccessConfig config) {
        this.vertx = vertx;
        this.config = config;
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout((int) config.keysTimeout().toMillis()));
    }

    /** The keys at present, by their ids. Fails where they can't be had. */
    Uni<Map<String, Key>> read() {
        return Uni.createFrom()
                .completionStage(() -> content().toCompletionStage())
                .map(KeySource::keys);
    }

    private Future<Buffer> content() {
        return config.keys().matches("https?://.*")
                ? fetched()
                : vertx.fileSystem().readFile(config.keys());
    }

    private Future<Buffer> fetched() {
        RequestOptions request = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setAbsoluteURI(config.keys())
                .setTimeout(config.keysTimeout().toMillis());
        return client.request(request)
                .compose(HttpClientRequest::send)
                .compose(answer -> answer.statusCode() == OK ? answer.body() : refused(answer));
    }

    private Future<Buffer> refused(HttpClientResponse answer) {
        return Future.failedFuture(config.keys() + " answers " + answer.statusCode());
    }

    private static Map<String, Key> keys(Buffer json) {
        try {
            Map<String, Key> keys = new HashMap<>();
            for (JsonWebKey key : new JsonWebKeySet(json.toString()).getJsonWebKeys()) {
                if (key instanceof PublicJsonWebKey published
                        && key.getKeyId() != null
                        && !Use.ENCRYPTION.equals(key.getUse())) {
                    keys.put(key.getKeyId(), published.getPublicKey());
                }
            }
            return Map.copyOf(keys);
        } catch (JoseException malformed) {
            throw new IllegalStateException("the key set is malformed: " + malformed.getMessage(), malformed);
        }
    }
}
