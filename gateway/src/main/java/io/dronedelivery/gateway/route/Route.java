package io.dronedelivery.gateway.route;

import io.dronedelivery.gateway.version.Translation;
import io.vertx.core.http.HttpMethod;

/**
 * One kind of request that is passed on.
 *
 * @param method the method; what may be got may also be asked for by HEAD
 * @param path the path for clients
 * @param scope the scope that the token needs
 * @param service where it is passed on to
 * @param outside how the path begins for clients, and <code>inside</code> what is there instead at the service
 * @param stream whether the answer is a stream of events, which lasts
 * @param translation what else of it differs at the service
 */
public record Route(
        HttpMethod method,
        PathTemplate path,
        String scope,
        Service service,
        String outside,
        String inside,
        boolean stream,
        Translation translation) {

    /** The same with an answer that lasts. */
    Route streaming() {
        return new Route(method, path, scope, service, outside, inside, true, translation);
    }

    /** The same for a request that differs between the versions. */
    Route translated(Translation between) {
        return new Route(method, path, scope, service, outside, inside, stream, between);
    }

    /** Whether it has that method. */
    boolean allows(HttpMethod asked) {
        return method.equals(asked) || (asked.equals(HttpMethod.HEAD) && allowsHead());
    }

    /** Nobody asks for the head of a stream, which would come once there is an event. */
    boolean allowsHead() {
        return method.equals(HttpMethod.GET) && !stream;
    }

    /** The path, with names for what differs. */
    public String template() {
        return path.text();
    }

    /** The path at the service, for one that this route has: what differs stays as it came, byte for byte. */
    public String pathInside(String asked) {
        return translation.inside(inside + asked.substring(outside.length()));
    }
}
