package io.dronedelivery.contracts.access;

/** The claims of a token that are read here, beside the registered ones of RFC 7519. */
public final class Claim {
    /** The scopes, with blanks between them. */
    public static final String SCOPE = "scope";

    /** The account whose deliveries a customer's token is for. */
    public static final String ACCOUNT = "account";

    private Claim() {}
}
