package io.dronedelivery.accounting;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class AccountingApiIT extends AccountingApiTest {}
