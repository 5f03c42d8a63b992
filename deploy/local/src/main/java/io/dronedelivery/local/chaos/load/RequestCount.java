package io.dronedelivery.local.chaos.load;

/** What is counted of the requests. */
public enum RequestCount {
    SENT("sent"),
    ACCEPTED("accepted (202)"),
    REFUSED("refused, as they should be"),
    UNKNOWN_THEN_CONFIRMED("outcome unknown, confirmed by repeating"),
    REPEATS("repeats for that"),
    LEFT_UNKNOWN("outcome left unknown: no key to repeat with"),
    GIVEN_UP("still unknown when the client's patience had run out"),
    HUNG_UP("hung up in mid-request; some come back"),
    NOT_SENT("not sent: too many were waiting for an answer");

    private final String words;

    RequestCount(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
