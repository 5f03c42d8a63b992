package io.dronedelivery.chassis.messaging;

/** A message of these tests. */
record Note(String text) {}
