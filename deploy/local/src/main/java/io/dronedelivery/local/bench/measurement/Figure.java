package io.dronedelivery.local.bench.measurement;

/**
 * Something that is measured.
 *
 * @param name what it is
 * @param unit what its values are in
 */
public record Figure(String name, String unit) {}
