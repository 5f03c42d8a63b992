package io.dronedelivery.contracts;

/**
 * The paths of the APIs that services call of each other. A resource or a client puts its path together from these: a charge
 * under one attempt is {@code CHARGE + ATTEMPT}.
 */
public final class InternalPaths {
    /** One attempt at the delivery before it. */
    public static final String ATTEMPT = "/attempts/{attempt}";

    /** The service delivery. */
    public static final String DELIVERY = "/deliveries/{deliveryId}";

    public static final String IDEMPOTENCY_KEY = "/keys/{keyId}";

    /** The attempt that a request opens; it has no number yet. */
    public static final String OPENING = "/attempts/{requestId}";

    /** A {@link Batch} of openings. */
    public static final String OPENINGS = "/openings";

    public static final String SCHEDULE = "/schedule";

    /** A {@link Batch} of schedules. */
    public static final String SCHEDULES = "/schedules";

    public static final String CLOSURE = "/closure";
    public static final String INTERRUPTION = "/interruption";

    /** The service accounting. */
    public static final String CHARGE = "/charges/{deliveryId}";

    /** A {@link Batch} of holds. */
    public static final String CHARGES = "/charges";

    /** The service packaging. A delivery's package has the delivery's id. */
    public static final String PACKAGE = "/packages/{packageId}";

    /** The service drone. */
    public static final String RESERVATION = "/reservations/{deliveryId}";

    /** A {@link Batch} of reservations. */
    public static final String RESERVATIONS = "/reservations";

    public static final String RECALL = "/recall";

    /** The service transport. */
    public static final String SHIPMENT = "/shipments/{deliveryId}";

    /** Where a carrier reports to the service transport. */
    public static final String CALLBACKS = "/carriers/{carrier}/callbacks";

    /** Where many things of a service are searched for at once, by the ids in the body; an id of nothing is left out. */
    public static final String SEARCH = "/search";

    /** The most ids of one search; it has one at least. */
    public static final int SEARCHED_IDS_MAX = 1_000;

    /** The service delivery: its deliveries. */
    public static final String DELIVERIES = "/deliveries";

    /** The service packaging: its packages, and a {@link Batch} of registrations. */
    public static final String PACKAGES = "/packages";

    /** The service drone: the missions of its drones. */
    public static final String MISSIONS = "/missions";

    /** The service accounting: what an account was charged in a month. */
    public static final String INVOICE = "/invoices/{accountId}";

    private InternalPaths() {}
}
