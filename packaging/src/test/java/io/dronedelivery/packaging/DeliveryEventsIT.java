package io.dronedelivery.packaging;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class DeliveryEventsIT extends DeliveryEventsTest {}
