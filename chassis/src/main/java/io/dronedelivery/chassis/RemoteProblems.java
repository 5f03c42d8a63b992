package io.dronedelivery.chassis;

import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;

/** For clients that call through no door: what another service's error answer means, as {@link Failures} tells it. */
public class RemoteProblems implements ResponseExceptionMapper<RuntimeException> {

    @Override
    public RuntimeException toThrowable(Response response) {
        return ErrorAnswer.of(response).meaning("called");
    }
}
