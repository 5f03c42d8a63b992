package io.dronedelivery.local.check;

import io.dronedelivery.contracts.Topic;
import io.dronedelivery.testing.invariants.Snapshot;
import io.dronedelivery.testing.invariants.StoredSystem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The result of delivering messages a second time, while nothing is under way.
 *
 * @param messages how many messages were sent again
 * @param differences what has changed, in words
 */
record Redelivery(int messages, List<String> differences) {
    static final String STATEMENT = "delivering messages again changes nothing";
    private static final int MESSAGES_PER_PARTITION_MAX = 500;

    static Redelivery of(StoredSystem system, Quiescence quiescence) throws InterruptedException {
        Snapshot before = system.snapshot();
        int messages = 0;
        for (Topic topic : Topic.values()) {
            messages += system.topics().sendAgain(topic, MESSAGES_PER_PARTITION_MAX);
        }
        List<String> differences = new ArrayList<>(quiescence.await());
        Snapshot after = system.snapshot();
        compare("the decided events", before.decided(), after.decided(), differences);
        compare("the deliveries", before.deliveries(), after.deliveries(), differences);
        compare("what is held", before.holdings(), after.holdings(), differences);
        compare("the charges", before.charges(), after.charges(), differences);
        compare("the ledger", before.ledger(), after.ledger(), differences);
        return new Redelivery(messages, differences);
    }

    private static <T> void compare(String what, List<T> before, List<T> after, List<String> differences) {
        difference(after, before).forEach(extra -> differences.add(what + ": there is now " + extra));
        difference(before, after).forEach(lost -> differences.add(what + ": there is no longer " + lost));
    }

    private static <T> Set<T> difference(List<T> these, List<T> those) {
        Set<T> rest = new HashSet<>(these);
        those.forEach(rest::remove);
        return rest;
    }
}
