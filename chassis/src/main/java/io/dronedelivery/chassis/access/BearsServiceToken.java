package io.dronedelivery.chassis.access;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import org.jboss.resteasy.reactive.client.spi.ResteasyReactiveClientRequestContext;
import org.jboss.resteasy.reactive.client.spi.ResteasyReactiveClientRequestFilter;

/** Gives every call of a REST client the service's token, unless the call has another. */
@Provider
@Singleton
class BearsServiceToken implements ResteasyReactiveClientRequestFilter {
    private final OwnToken token;

    BearsServiceToken(OwnToken token) {
        this.token = token;
    }

    @Override
    public void filter(ResteasyReactiveClientRequestContext call) {
        if (!call.getHeaders().containsKey(HttpHeaders.AUTHORIZATION)) {
            call.suspend();
            token.current()
                    .subscribe()
                    .with(
                            current -> {
                                call.getHeaders().putSingle(HttpHeaders.AUTHORIZATION, "Bearer " + current);
                                call.resume();
                            },
                            call::resume);
        }
    }
}
