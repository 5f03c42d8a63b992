package io.dronedelivery.contracts.access;

/** What the bearer of a token may do: the values of the claim <code>scope</code> (RFC 8693, section 4.2). */
public final class Scope {
    /** Orders and follows deliveries of one account, which the token names. */
    public static final String CUSTOMER = "customer";

    /** Runs the fleet and repairs what failed. The subject of the token is recorded with every act. */
    public static final String OPERATOR = "operator";

    /** Reports as the drone that is the subject of the token. */
    public static final String DRONE = "drone";

    /** Reports as the carrier that is the subject of the token. */
    public static final String CARRIER = "carrier";

    /** Is a service of this system. */
    public static final String SERVICE = "service";

    private Scope() {}
}
