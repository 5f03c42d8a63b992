package io.dronedelivery.supervisor.watch;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.access.Scope;
import io.dronedelivery.supervisor.compensation.domain.Compensation;
import io.dronedelivery.supervisor.compensation.domain.Compensations;
import io.dronedelivery.supervisor.compensation.domain.State;
import io.dronedelivery.supervisor.shared.domain.Page;
import io.dronedelivery.supervisor.watch.domain.Alert;
import io.dronedelivery.supervisor.watch.domain.Alert.Kind;
import io.dronedelivery.supervisor.watch.domain.Alert.Status;
import io.dronedelivery.supervisor.watch.domain.WatchedDeliveries;
import io.dronedelivery.supervisor.watch.domain.WatchedDeliveries.Search;
import io.dronedelivery.supervisor.watch.domain.operations.AlertOperations;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** For operators: the open alerts in short, each with what is still to be undone for its delivery. */
@Path("/operations/open-alerts")
@RolesAllowed(Scope.OPERATOR)
class OpenAlertResource {
    private final AlertOperations alerts;
    private final Compensations compensations;

    OpenAlertResource(WatchedDeliveries watched, Compensations compensations, InstantSource clock) {
        this.alerts = new AlertOperations(watched, clock);
        this.compensations = compensations;
    }

    record OpenAlertPage(List<OpenAlert> alerts, @Nullable String next) {}

    /**
     * An alert in short.
     *
     * @param position where the drone or parcel was seen last when the alert was raised, if that was known
     * @param compensations those of its delivery that have not ended
     */
    record OpenAlert(
            String id,
            Kind kind,
            String deliveryId,
            String subject,
            Instant raisedAt,
            String what,
            @Nullable Position position,
            List<OpenCompensation> compensations) {
        private static OpenAlert of(Alert alert, List<Compensation> compensations) {
            return new OpenAlert(
                    alert.id(),
                    alert.kind(),
                    alert.deliveryId(),
                    alert.subject(),
                    alert.raisedAt(),
                    alert.what(),
                    alert.known().position(),
                    compensations.stream().map(OpenCompensation::of).toList());
        }
    }

    /**
     * A compensation in short.
     *
     * @param code why the attempt failed, and <code>detail</code> the same in words
     */
    record OpenCompensation(int attempt, State.Status status, Instant receivedAt, Refusal code, String detail) {
        private static OpenCompensation of(Compensation compensation) {
            return new OpenCompensation(
                    compensation.attempt(),
                    compensation.state().status(),
                    compensation.receivedAt(),
                    compensation.closure().code(),
                    compensation.closure().detail());
        }
    }

    /** A page of them, the newest first. */
    @GET
    public Uni<OpenAlertPage> list(
            @RestQuery Optional<Long> cursor, @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return alerts.list(new Search(Optional.of(Status.OPEN), Optional.empty(), cursor.orElse(Long.MAX_VALUE), limit))
                .chain(page -> compensations
                        .openOf(page.items().stream().map(Alert::deliveryId).collect(toSet()))
                        .map(found -> joined(page, found)));
    }

    private static OpenAlertPage joined(Page<Alert> page, List<Compensation> compensations) {
        Map<String, List<Compensation>> byDelivery =
                compensations.stream().collect(groupingBy(Compensation::deliveryId));
        return new OpenAlertPage(
                page.items().stream()
                        .map(alert -> OpenAlert.of(alert, byDelivery.getOrDefault(alert.deliveryId(), List.of())))
                        .toList(),
                page.next());
    }
}
