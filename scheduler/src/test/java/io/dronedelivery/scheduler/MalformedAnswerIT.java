package io.dronedelivery.scheduler;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class MalformedAnswerIT extends MalformedAnswerTest {}
