package io.dronedelivery.ingestion;

import io.dronedelivery.testing.edge.HostileRequestsContract;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class HostileRequestsTest extends HostileRequestsContract {}
