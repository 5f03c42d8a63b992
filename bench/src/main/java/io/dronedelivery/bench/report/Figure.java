package io.dronedelivery.bench.report;

/**
 * A quantity that is measured.
 *
 * @param name its name in the report
 * @param unit the unit of its values
 */
public record Figure(String name, String unit) {}
