package io.dronedelivery.local.bench;

/**
 * Something that is measured.
 *
 * @param name what it is
 * @param unit what its values are in
 */
record Figure(String name, String unit) {}
