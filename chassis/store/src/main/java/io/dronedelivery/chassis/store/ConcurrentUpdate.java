package io.dronedelivery.chassis.store;

/** Another transaction wrote what this one had decided on. {@link Transactions} runs this one again, from the start. */
public final class ConcurrentUpdate extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ConcurrentUpdate(String what) {
        super(what);
    }
}
