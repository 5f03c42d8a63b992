package io.dronedelivery.gateway.edge;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.concurrent.Future;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection when a request's header takes too long to come, however steadily. Quarkus and Vert.x only know when a
 * connection is silent. It lives in one connection, on the thread of that.
 */
final class ConnectionGuard extends ChannelInboundHandlerAdapter {
    private final long headerMillis;
    private boolean serving;
    private @Nullable Future<?> deadline;

    ConnectionGuard(Duration headerTimeout) {
        this.headerMillis = headerTimeout.toMillis();
    }

    /** A header has come. The next one is waited for once this request is answered. */
    static void serving(RoutingContext exchange) {
        ConnectionGuard guard = exchange.request().connection() instanceof ConnectionBase connection
                ? connection.channel().pipeline().get(ConnectionGuard.class)
                : null;
        if (guard != null) {
            guard.serving = true;
            guard.stop();
            exchange.addEndHandler(_ -> guard.serving = false);
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext connection, Object bytes) {
        if (!serving && deadline == null) {
            deadline = connection.executor().schedule(() -> close(connection), headerMillis, TimeUnit.MILLISECONDS);
        }
        connection.fireChannelRead(bytes);
    }

    @Override
    public void channelInactive(ChannelHandlerContext connection) {
        stop();
        connection.fireChannelInactive();
    }

    private static void close(ChannelHandlerContext connection) {
        var _ = connection.close();
    }

    private void stop() {
        if (deadline != null) {
            deadline.cancel(false);
            deadline = null;
        }
    }
}
