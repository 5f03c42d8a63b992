package io.dronedelivery.local.balancer;

import io.dronedelivery.local.project.Instance;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.ToIntFunction;

/**
 * Listens on the port of a service, and passes each request to one of its instances: in turn, to those that are ready. A
 * request whose instance refuses the connection goes to the next one. An instance that fails later may have carried the request
 * out, so that is answered 503.
 */
final class HttpBalancer implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";
    private static final int CONNECTIONS_MAX = 1_000; // to one instance
    private static final int CONNECT_MILLIS_MAX = 1_000;
    private static final int HEADER_BYTES_MAX = 20 << 10; // as the services take
    private static final int UNAVAILABLE = 503;
    private static final String RETRY_AFTER_SECONDS = "1";

    /** RFC 9110, section 7.6.1: they concern one connection, and there are two. */
    private static final List<String> HOP_BY_HOP =
            List.of("Connection", "Keep-Alive", "Proxy-Connection", "TE", "Trailer", "Transfer-Encoding", "Upgrade");

    private final HttpServer server;
    private final HttpClient client;

    private HttpBalancer(HttpServer server, HttpClient client) {
        this.server = server;
        this.client = client;
    }

    /**
     * Begins to listen.
     *
     * @param port the TCP port on loopback; 0 for any that is free
     * @param ports the port of each instance
     * @throws CompletionException if the port is taken
     */
    static HttpBalancer open(Vertx vertx, int port, ReadyInstances instances, ToIntFunction<Instance> ports) {
        HttpClient client = vertx.createHttpClient(
                new HttpClientOptions().setConnectTimeout(CONNECT_MILLIS_MAX),
                new PoolOptions().setHttp1MaxSize(CONNECTIONS_MAX));
        HttpProxy proxy = HttpProxy.reverseProxy(client)
                .origin(context ->
                        connect(context, instances, ports, instances.inTurn().iterator()))
                .addInterceptor(new Answers());
        HttpServer server = vertx.createHttpServer(new HttpServerOptions()
                        .setHost(LOOPBACK)
                        .setPort(port)
                        .setHttp2ClearTextEnabled(false) // as at the services
                        .setMaxHeaderSize(HEADER_BYTES_MAX))
                .requestHandler(proxy)
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        return new HttpBalancer(server, client);
    }

    private static Future<HttpClientRequest> connect(
            ProxyContext context, ReadyInstances instances, ToIntFunction<Instance> ports, Iterator<Instance> inTurn) {
        Instance next = inTurn.next();
        RequestOptions address = new RequestOptions().setHost(LOOPBACK).setPort(ports.applyAsInt(next));
        return context.client()
                .request(address)
                .recover(refusal -> {
                    instances.refused(next);
                    return inTurn.hasNext() ? connect(context, instances, ports, inTurn) : Future.failedFuture(refusal);
                })
                // The answer fails, too. Without this, each client that goes away is logged as an error.
                .onSuccess(request -> request.exceptionHandler(_ -> {}));
    }

    /** The port on which it listens. */
    int port() {
        return server.actualPort();
    }

    @Override
    public void close() {
        Future.join(server.close(), client.close())
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    /** Mends what the proxy would answer. */
    private static final class Answers implements ProxyInterceptor {
        @Override
        public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
            return context.sendRequest()
                    .recover(_ -> Future.succeededFuture(context.request()
                            .release()
                            .response()
                            .setStatusCode(UNAVAILABLE)
                            .putHeader("Retry-After", RETRY_AFTER_SECONDS)));
        }

        @Override
        public Future<Void> handleProxyResponse(ProxyContext context) {
            HOP_BY_HOP.forEach(context.response().headers()::remove);
            return context.sendResponse();
        }
    }
}
