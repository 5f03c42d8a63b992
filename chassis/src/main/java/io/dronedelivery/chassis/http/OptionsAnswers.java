package io.dronedelivery.chassis.http;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jspecify.annotations.Nullable;

/** Answers OPTIONS with what is offered at the path, 404 where nothing is; the framework tells of all paths of a class. */
class OptionsAnswers {

    @ServerRequestFilter(preMatching = true)
    public @Nullable Response options(ContainerRequestContext request) {
        if (!request.getMethod().equals(HttpMethod.OPTIONS)) {
            return null;
        }
        OfferedMethods offers = OfferedMethods.at(CurrentRequestManager.get());
        if (offers.bodies().isEmpty()) {
            throw new NotFoundException();
        }
        return Response.noContent().header(HttpHeaders.ALLOW, offers.methods()).build();
    }
}
