package io.dronedelivery.local.chaos.load;

/** What is counted about the requests. */
public enum RequestCount {
    SENT("sent"),
    ACCEPTED("accepted (202)"),
    REFUSED("refused, as they should be"),
    UNKNOWN_THEN_CONFIRMED("outcome unknown, confirmed by repeating"),
    REPEATS("repeats for that"),
    LEFT_UNKNOWN("outcome left unknown: no key to repeat with"),
    GIVEN_UP("still unknown when the client's time was up"),
    DISCONNECTED("disconnected in mid-request; some repeat it"),
    NOT_SENT("not sent: too many were waiting for an answer");

    private final String words;

    RequestCount(String words) {
        this.words = words;
    }

    /** The meaning of the number, in words. */
    public String words() {
        return words;
    }
}
