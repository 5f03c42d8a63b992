package io.dronedelivery.packaging.domain;

import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.packaging.Packages.Package;

/**
 * What is decided when a package is to be registered.
 *
 * @param custody what to keep
 * @param answer what to tell the caller, now and whenever it asks again
 */
public record RegistrationDecision(Custody custody, Outcome<Package> answer) {}
