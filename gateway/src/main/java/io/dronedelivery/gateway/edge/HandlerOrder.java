package io.dronedelivery.gateway.edge;

/**
 * In which order a request is handled. Quarkus authenticates at -200 and authorizes at -100; what the chassis and Quarkus REST do
 * comes after all of these.
 */
public final class HandlerOrder {
    /** It is told that its version of the API is deprecated, whatever becomes of it. */
    public static final int VERSION = -510;

    /** It gets its id, and its time. */
    public static final int RECEPTION = -500;

    /** If it has failed: before Quarkus answers that. */
    public static final int FAILED = -400;

    /** Its origin is looked at. */
    public static final int ORIGIN = -300;

    /** It is authenticated, or bears no token; the next one to look at it would refuse it then. */
    public static final int NO_TOKEN = -150;

    /** If it is for what is public, it is answered: it needs no token. */
    public static final int PUBLIC = -140;

    /** It is counted against the limit of whoever sent it. */
    public static final int LIMIT = -60;

    /** It is passed on, or refused. */
    public static final int PASSING = -50;

    private HandlerOrder() {}
}
