package io.dronedelivery.gateway.version;

/** What of a request, and of its answer, differs between the versions besides the beginning of the path. */
public enum Translation {
    /** Nothing. */
    NONE,

    /** An order or a change: version 2 needs a key, and its answer has links. */
    ORDER,

    /** A cancel: besides, in version 2 it is a POST, and its reason is in the body. */
    CANCEL;

    private static final String CANCELLATION = "/cancellation";

    /** The path at the service, for one whose beginning is already that of version 2. */
    public String inside(String path) {
        return this == CANCEL ? path + CANCELLATION : path;
    }
}
