package io.dronedelivery.chassis.access;

import io.dronedelivery.chassis.http.ProblemAnswers;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers requests that a resource refuses for want of a token, or of a scope. */
class AccessMappers {
    private final ProblemAnswers answers;

    AccessMappers(ProblemAnswers answers) {
        this.answers = answers;
    }

    @ServerExceptionMapper
    Response unauthorized(UnauthorizedException anonymous, RoutingContext exchange) {
        return answer(Challenge.of(exchange));
    }

    @ServerExceptionMapper
    Response notAuthenticated(AuthenticationFailedException failed, RoutingContext exchange) {
        Challenge.remember(exchange, failed);
        return answer(Challenge.of(exchange));
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException forbidden, ResourceInfo resource) {
        return answer(Challenge.insufficientScope(scopes(resource)));
    }

    /** The scopes that the method asks for, with blanks between them. */
    private static String scopes(ResourceInfo resource) {
        return Optional.ofNullable(resource.getResourceMethod().getAnnotation(RolesAllowed.class))
                .or(() -> Optional.ofNullable(resource.getResourceClass().getAnnotation(RolesAllowed.class)))
                .map(RolesAllowed::value)
                .map(scopes -> String.join(" ", scopes))
                .orElse("");
    }

    private Response answer(Challenge challenge) {
        return Response.fromResponse(answers.of(challenge.problem()))
                .header(challenge.header().getKey(), challenge.header().getValue())
                .build();
    }
}
