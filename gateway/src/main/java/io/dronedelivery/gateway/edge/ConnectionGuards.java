package io.dronedelivery.gateway.edge;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ServerChannel;
import io.netty.channel.SingleThreadEventLoop;
import io.netty.util.concurrent.EventExecutor;
import io.quarkus.value.registry.ValueRegistry;
import io.quarkus.vertx.http.HttpServer;
import io.quarkus.vertx.http.HttpServerStart;
import io.quarkus.vertx.http.HttpsServerStart;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Iterator;

/**
 * Gives each connection its {@link ConnectionGuard}, when it is accepted. Neither Quarkus nor Vert.x lets one do that, so the
 * channel that accepts connections is looked for once it listens.
 */
@Singleton
class ConnectionGuards {
    private final VertxInternal vertx;
    private final HttpServer server;
    private final Duration headerTimeout;

    ConnectionGuards(Vertx vertx, ValueRegistry values, EdgeConfig config) {
        this.vertx = (VertxInternal) vertx;
        this.server = HttpServer.INFO.get(values);
        this.headerTimeout = config.headerTimeout();
    }

    void started(@ObservesAsync HttpServerStart start) {
        guard();
    }

    void started(@ObservesAsync HttpsServerStart start) {
        guard();
    }

    private void guard() {
        for (EventExecutor thread : vertx.getAcceptorEventLoopGroup()) {
            if (thread instanceof SingleThreadEventLoop loop) {
                loop.execute(() -> guard(loop.registeredChannelsIterator()));
            }
        }
    }

    private void guard(Iterator<Channel> channels) {
        channels.forEachRemaining(channel -> {
            if (channel instanceof ServerChannel
                    && channel.localAddress() instanceof InetSocketAddress address
                    && (address.getPort() == server.getPort() || address.getPort() == server.getSecurePort())
                    && channel.pipeline().get(Accepting.class) == null) {
                channel.pipeline().addFirst(new Accepting(headerTimeout));
            }
        });
    }

    /** Reads new connections off the channel that accepts them. */
    @Sharable
    private static final class Accepting extends ChannelInboundHandlerAdapter {
        private final Duration headerTimeout;

        Accepting(Duration headerTimeout) {
            this.headerTimeout = headerTimeout;
        }

        @Override
        public void channelRead(ChannelHandlerContext acceptor, Object connection) {
            ((Channel) connection).pipeline().addFirst(new ConnectionGuard(headerTimeout));
            acceptor.fireChannelRead(connection);
        }
    }
}
