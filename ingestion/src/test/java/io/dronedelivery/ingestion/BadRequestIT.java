package io.dronedelivery.ingestion;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class BadRequestIT extends BadRequestTest {}
