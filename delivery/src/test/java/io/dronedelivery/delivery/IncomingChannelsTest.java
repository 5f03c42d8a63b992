package io.dronedelivery.delivery;

import io.dronedelivery.testing.records.IncomingChannelsContract;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class IncomingChannelsTest extends IncomingChannelsContract {}
