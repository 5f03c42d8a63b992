package io.dronedelivery.scheduler;

import io.dronedelivery.contracts.Topic;
import io.dronedelivery.contracts.delivery.Attempts.Halt;
import io.dronedelivery.testing.records.IncomingChannelsContract;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** With a delivery service that wants nothing done for the good request. */
@QuarkusTest
@QuarkusTestResource(ServicesStandIn.class)
class IncomingChannelsTest extends IncomingChannelsContract {
    @Override
    protected Object good(Topic topic, String of) {
        try (Scenario scenario = new Scenario()) {
            scenario.opening(new Halt("nothing to do"));
            return scenario.request;
        }
    }
}
