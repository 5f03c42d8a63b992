package io.dronedelivery.packaging;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class PackagingApiIT extends PackagingApiTest {}
