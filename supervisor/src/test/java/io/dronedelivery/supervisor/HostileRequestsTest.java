package io.dronedelivery.supervisor;

import io.dronedelivery.testing.edge.HostileRequestsContract;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Tag;

@QuarkusTest
@Tag("nightly")
class HostileRequestsTest extends HostileRequestsContract {}
