package io.dronedelivery.drone;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class RestApiIT extends RestApiTest {}
