package io.dronedelivery.ingestion.domain.form;

import io.dronedelivery.contracts.Problem.FieldError;
import io.dronedelivery.contracts.ingestion.DeliveryChange;
import io.dronedelivery.contracts.ingestion.DeliveryOrder;
import io.dronedelivery.contracts.ingestion.DeliveryOrder.Stop;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Reads a JSON merge patch (RFC 7396) of an order. A new drop-off replaces the old one as a whole, so that no old address
 * is left beside a new location.
 */
public final class ChangeForm {
    private static final List<String> CHANGEABLE = List.of("dropoff", "readyAt", "deadline");
    private static final DeliveryChange NOTHING = new DeliveryChange(null, null, null);

    private ChangeForm() {}

    /**
     * Reads the patch.
     *
     * @param now the times in it must not be earlier
     */
    public static Reading<DeliveryChange> read(Object body, Instant now) {
        Faults faults = new Faults();
        Form form = Form.of(body, faults);
        DeliveryChange change = form == null ? null : change(form, new TimeRules(now));
        if (!faults.any() && NOTHING.equals(change)) {
            faults.note("", "must change at least one of " + String.join(", ", CHANGEABLE));
        }
        return Reading.of(change, faults);
    }

    /** Why a change that was read from the body does not fit the order as it stands. */
    public static List<FieldError> conflicts(Object body, DeliveryChange change, DeliveryOrder order) {
        Faults faults = new Faults();
        Form form = Objects.requireNonNull(Form.of(body, faults));
        DeliveryOrder changed = order.with(change);
        StopForm.checkWay(form, changed.pickup(), changed.dropoff());
        String given = change.deadline() == null ? "readyAt" : "deadline";
        TimeRules.checkSpan(form, given, changed.readyAt(), changed.deadline());
        return faults.all();
    }

    private static void noteRemovals(Form form) {
        CHANGEABLE.stream()
                .filter(form::removes)
                .forEach(name -> form.note(name, "can't be removed, only changed; leave it out to keep it"));
    }

    private static DeliveryChange change(Form form, TimeRules rules) {
        form.expect(List.of(), CHANGEABLE);
        noteRemovals(form);
        Stop dropoff = StopForm.read(form.object("dropoff"));
        Instant readyAt = form.time("readyAt");
        Instant deadline = form.time("deadline");
        if (readyAt != null) {
            rules.checkReadyAt(form, readyAt);
        }
        if (deadline != null) {
            rules.checkDeadline(form, deadline);
        }
        if (readyAt != null && deadline != null) {
            TimeRules.checkSpan(form, "deadline", readyAt, deadline);
        }
        return new DeliveryChange(dropoff, readyAt, deadline);
    }
}
