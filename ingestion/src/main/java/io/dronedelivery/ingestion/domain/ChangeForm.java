package io.dronedelivery.ingestion.domain;

import io.dronedelivery.contracts.ingestion.DeliveryChange;
import io.dronedelivery.contracts.ingestion.DeliveryOrder;
import io.dronedelivery.contracts.ingestion.DeliveryOrder.Stop;
import io.dronedelivery.ingestion.domain.Reading.Invalid;
import io.dronedelivery.ingestion.domain.Reading.Valid;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a JSON merge patch (RFC 7396) of an order. A new drop-off replaces the old one as a whole, so that no old address
 * is left beside a new location.
 */
final class ChangeForm {
    private static final List<String> CHANGEABLE = List.of("dropoff", "readyAt", "deadline");

    private ChangeForm() {}

    /**
     * @param order the order as it stands, where it is known: the change must fit it
     */
    static Reading<DeliveryChange> read(Object body, @Nullable DeliveryOrder order, Instant now) {
        Faults faults = new Faults();
        Form form = Form.of(body, faults);
        if (form == null) {
            return new Invalid<>(faults.all());
        }
        form.expect(List.of(), CHANGEABLE);
        noteRemovals(form);
        DeliveryChange change = change(form, new TimeRules(now));
        if (!faults.any() && change.equals(new DeliveryChange(null, null, null))) {
            form.note("", "must change at least one of " + String.join(", ", CHANGEABLE));
        }
        if (!faults.any()) {
            checkFit(form, change, order);
        }
        return faults.any() ? new Invalid<>(faults.all()) : new Valid<>(change);
    }

    private static void noteRemovals(Form form) {
        CHANGEABLE.stream()
                .filter(form::removes)
                .forEach(name -> form.note(name, "can't be removed, only changed; leave it out to keep it"));
    }

    private static DeliveryChange change(Form form, TimeRules rules) {
        Stop dropoff = StopForm.read(form.object("dropoff"));
        Instant readyAt = form.time("readyAt");
        Instant deadline = form.time("deadline");
        if (readyAt != null) {
            rules.checkReadyAt(form, readyAt);
        }
        if (deadline != null) {
            rules.checkDeadline(form, deadline);
        }
        return new DeliveryChange(dropoff, readyAt, deadline);
    }

    private static void checkFit(Form form, DeliveryChange change, @Nullable DeliveryOrder order) {
        if (order != null) {
            DeliveryOrder changed = order.with(change);
            StopForm.checkWay(form, changed.pickup(), changed.dropoff());
            String given = change.deadline() == null ? "readyAt" : "deadline";
            TimeRules.checkSpan(form, given, changed.readyAt(), changed.deadline());
        } else if (change.readyAt() != null && change.deadline() != null) {
            TimeRules.checkSpan(form, "deadline", change.readyAt(), change.deadline());
        }
    }
}
