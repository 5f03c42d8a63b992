package io.dronedelivery.drone.registry;

import io.dronedelivery.chassis.failure.ProblemException;
import io.dronedelivery.chassis.failure.Problems;
import io.dronedelivery.contracts.Network;
import io.dronedelivery.contracts.Problem.FieldError;
import io.dronedelivery.contracts.drone.Fleet.Protocol;
import io.dronedelivery.contracts.drone.Fleet.Registration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The fields of a registration that are for MAVLink only. */
final class MavlinkFields {
    private static final String REQUIRED = "is required if the protocol is MAVLINK, and must be absent otherwise";

    private MavlinkFields() {}

    /** Throws a problem that names every field that is wrong. */
    static void check(Registration registration) {
        boolean mavlink = registration.protocol() == Protocol.MAVLINK;
        List<FieldError> errors = Stream.of(
                        error(presentOnlyIf(mavlink, registration.mavlinkSystemId()), "/mavlinkSystemId", REQUIRED),
                        error(presentOnlyIf(mavlink, registration.mavlinkNetworks()), "/mavlinkNetworks", REQUIRED),
                        error(
                                mavlink || registration.mavlinkKey() == null,
                                "/mavlinkKey",
                                "must be absent if the protocol is not MAVLINK"),
                        networks(registration.mavlinkNetworks()))
                .flatMap(each -> each)
                .toList();
        if (!errors.isEmpty()) {
            throw new ProblemException(Problems.invalid(errors));
        }
    }

    private static boolean presentOnlyIf(boolean mavlink, @Nullable Object value) {
        return (value != null) == mavlink;
    }

    private static Stream<FieldError> error(boolean right, String field, String message) {
        return right ? Stream.empty() : Stream.of(new FieldError(field, message));
    }

    private static Stream<FieldError> networks(@Nullable List<String> networks) {
        return networks == null
                ? Stream.empty()
                : IntStream.range(0, networks.size()).boxed().flatMap(index -> fault(networks.get(index)).stream()
                        .map(fault -> new FieldError("/mavlinkNetworks/" + index, fault)));
    }

    private static Optional<String> fault(String network) {
        try {
            Network.parse(network);
            return Optional.empty();
        } catch (IllegalArgumentException refused) {
            return Optional.of(String.valueOf(refused.getMessage()));
        }
    }
}
