package io.dronedelivery.supervisor.compensation;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class CompensationIT extends CompensationTest {}
