package io.dronedelivery.delivery;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class DeliveryEdgeIT extends DeliveryEdgeTest {}
