package io.dronedelivery.local.runtime;

/**
 * The work of the thread that creates this object. Ctrl-C interrupts it until it ends. What that thread does
 * afterwards, such as stopping a system, is never interrupted.
 */
public final class InterruptibleWork {
    private final Thread worker = Thread.currentThread();
    private boolean ended;
    private boolean interrupted;

    /** Interrupts the work unless it has ended. Returns whether the work was interrupted, now or before. */
    public synchronized boolean interrupt() {
        if (!ended) {
            interrupted = true;
            worker.interrupt();
        }
        return interrupted;
    }

    /** The worker calls this when its work is done or has failed. Returns whether the work was interrupted. */
    public synchronized boolean end() {
        ended = true;
        if (interrupted) {
            boolean _ =
                    Thread.interrupted(); // the worker may not have noticed: what it does next has to run undisturbed
        }
        return interrupted;
    }
}
