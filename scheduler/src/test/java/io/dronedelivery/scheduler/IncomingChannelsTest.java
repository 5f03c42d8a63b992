package io.dronedelivery.scheduler;

import io.dronedelivery.contracts.Topic;
import io.dronedelivery.testing.records.IncomingChannelsContract;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** With services that carry out the good request. */
@QuarkusTest
@QuarkusTestResource(ServicesStandIn.class)
class IncomingChannelsTest extends IncomingChannelsContract {
    @Override
    protected Object good(Topic topic, String of) {
        try (Scenario scenario = new Scenario()) {
            return scenario.request;
        }
    }
}
