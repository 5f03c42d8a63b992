package io.dronedelivery.chassis;

import io.dronedelivery.contracts.Json;
import io.dronedelivery.contracts.Problem;
import jakarta.ws.rs.core.Response;
import java.io.UncheckedIOException;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;
import org.jspecify.annotations.Nullable;

/**
 * What another service's error answer means to its caller: a refusal (a problem detail with a code) becomes a {@link
 * ProblemException}; everything else, overload and outage, a {@link RemoteFailure}.
 */
public class RemoteProblems implements ResponseExceptionMapper<RuntimeException> {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;

    @Override
    public RuntimeException toThrowable(Response response) {
        int status = response.getStatus();
        Problem problem = status < SERVER_ERROR && status != TOO_MANY_REQUESTS ? problem(response) : null;
        return problem == null || problem.code() == null
                ? new RemoteFailure("another service answered " + status)
                : new ProblemException(problem);
    }

    private static @Nullable Problem problem(Response response) {
        try {
            return Json.read(response.readEntity(String.class), Problem.class);
        } catch (UncheckedIOException notAProblem) {
            return null;
        }
    }
}
