package io.dronedelivery.gateway.route;

/** What the table has for a request. */
public sealed interface Match {

    /** It is passed on. */
    record Found(Route route) implements Match {}

    /**
     * A resource of the gateway itself is there, which knows its methods and its scope.
     *
     * @param template the path, with names for what differs
     */
    record Own(String template) implements Match {}

    /**
     * There is such a path, but not with that method.
     *
     * @param allow the methods that there are, as in the header <code>Allow</code>
     */
    record OtherMethods(String allow) implements Match {}

    /** There is no such path. */
    record Nothing() implements Match {}
}
