package io.dronedelivery.chassis;

/**
 * Another process (a service, the broker, the database) could not do its part just now. Nothing is known to be wrong with
 * what was asked: trying again may help. Answered as 503 with <code>Retry-After</code>.
 */
public class RemoteFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RemoteFailure(String message) {
        super(message);
    }

    public RemoteFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
