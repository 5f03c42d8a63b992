package io.dronedelivery.scheduler;

import io.dronedelivery.testing.access.AccessContract;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class AccessTest extends AccessContract {}
