package io.dronedelivery.bench.report;

/**
 * How long requests took, in milliseconds from the moment at which each was due.
 *
 * @param p50 half of them took no longer
 * @param p99 of a hundred, 99 took no longer
 * @param p999 of a thousand, 999 took no longer
 */
public record Latency(double p50, double p99, double p999) {}
