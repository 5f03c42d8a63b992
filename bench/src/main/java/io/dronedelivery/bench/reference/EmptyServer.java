package io.dronedelivery.bench.reference;

import io.dronedelivery.local.project.Endpoints;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServerOptions;
import java.net.URI;
import java.nio.file.Path;

/**
 * A server on the HTTP stack of the services (Vert.x, which Quarkus serves HTTP by). It reads every request to its end, and
 * answers 200 without a body: what is left if a service does nothing.
 */
public final class EmptyServer {
    private static final int PORT = 8070 + Endpoints.OFFSET;
    private static final String HOST = "127.0.0.1";
    private static final int EVENT_LOOPS = 2; // as the services have

    private EmptyServer() {}

    /** Starts it in a JVM of its own. */
    public static ReferenceProcess start(Path logs) throws InterruptedException {
        return ReferenceProcess.start(
                "empty-server", logs, EmptyServer.class, () -> ReferenceProcess.listens(PORT), String.valueOf(PORT));
    }

    /** Where it answers. */
    public static URI url() {
        return URI.create("http://" + HOST + ":" + PORT + "/");
    }

    /** Serves until the process is ended. */
    public static void main(String... arguments) {
        HttpServerOptions options = new HttpServerOptions().setHost(HOST).setPort(PORT);
        Vertx.vertx(new VertxOptions().setEventLoopPoolSize(EVENT_LOOPS))
                .deployVerticle(() -> new Listener(options), new DeploymentOptions().setInstances(EVENT_LOOPS))
                .onFailure(failure -> {
                    System.err.println("the empty server did not start: " + failure);
                    System.exit(1);
                });
    }

    /** Listens on one event loop. */
    private static final class Listener extends AbstractVerticle {
        private final HttpServerOptions options;

        Listener(HttpServerOptions options) {
            this.options = options;
        }

        @Override
        public void start(Promise<Void> started) {
            vertx.createHttpServer(options)
                    .requestHandler(request ->
                            request.endHandler(_ -> request.response().end()))
                    .listen()
                    .<Void>mapEmpty()
                    .onComplete(started);
        }
    }
}
