package io.dronedelivery.system.simulation;

/** Something is not as it always has to be. */
final class Violation extends AssertionError {
    private static final long serialVersionUID = 1;

    private final String rule;

    /**
     * @param rule the name of what should hold
     * @param what what is seen instead
     */
    Violation(String rule, String what) {
        super(rule + ": " + what);
        this.rule = rule;
    }

    String rule() {
        return rule;
    }
}
