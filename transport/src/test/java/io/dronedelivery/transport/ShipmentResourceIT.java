package io.dronedelivery.transport;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class ShipmentResourceIT extends ShipmentResourceTest {}
