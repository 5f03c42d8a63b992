package io.dronedelivery.system.simulation;

/** What may go wrong. In each run, some things fail more than others: each at most with its probability here. */
enum Fault {
    /** A call, or a message to the log, does not arrive. */
    LOST(0.1),
    /** A call is carried out, but its answer does not arrive; a message is stored, but its sender does not hear so. */
    UNANSWERED(0.1),
    /** A call and all its repeats are carried out, but for minutes none is answered. */
    MUTED(0.2),
    /** A call arrives, but the service does not accept its caller's token, not even a new one. */
    UNTRUSTED(0.1),
    /** A call arrives twice, the second time perhaps minutes later. */
    DOUBLED(0.2),
    /** It is under way for so long that its caller has given up. */
    LATE(0.05),
    /** A call and all its repeats are under way for minutes. */
    STUCK(0.3),
    /** It is carried out, but its answer can't be read. */
    GARBLED(0.2),
    /** The log takes nothing of a key for minutes: the broker is away. */
    BROKER_AWAY(0.3),
    /** A transaction fails. */
    UNSTORED(0.05),
    /** A transaction takes place, but whoever asked for it hears that it failed. */
    STORED_UNHEARD(0.05),
    /** A group's messages are handed out once more, while they are being worked at. */
    REDELIVERED(0.1),
    /** A change is in the log before the order that it is for. */
    OVERTAKING(0.2),
    /** A process dies instead of going on with what concerns a delivery. */
    CRASH(0.02),
    /** A process dies instead of going on with what it does all the time. */
    CRASH_AT_REST(0.0005),
    /** A process that died is away for minutes. */
    OUTAGE(0.3),
    /** A process starts again with its clock off by minutes. */
    CLOCK(0.5),
    /** A drone's sample, or an order to it, is lost in the air. */
    NOISE(0.2),
    /** A drone's sample arrives with a place, number, time, charge, speed or height that can't be. */
    MISREAD(0.1),
    /** Somebody else says in a drone's name, beside it, that it has landed far away, and flies nothing. */
    IMPERSONATED(0.05),
    /** A drone falls silent for some minutes, per sample. */
    SILENCE(0.01),
    /** A drone hears a new order, and is not heard for minutes: nobody knows whether it has. */
    ACKNOWLEDGED_UNHEARD(0.2),
    /** A drone falls down, and silent for good, per sample in flight. */
    LOSS(0.004),
    /** A drone reports an emergency, per sample in flight. */
    EMERGENCY(0.01),
    /** A van breaks down, per report. */
    BREAKDOWN(0.4);

    private final double probabilityMax;

    Fault(double probabilityMax) {
        this.probabilityMax = probabilityMax;
    }

    double probabilityMax() {
        return probabilityMax;
    }
}
