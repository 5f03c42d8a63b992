package io.dronedelivery.ingestion.domain.form;

import io.dronedelivery.contracts.Parcel;
import io.dronedelivery.contracts.ingestion.DeliveryOrder;
import io.dronedelivery.contracts.ingestion.DeliveryOrder.Confirmation;
import io.dronedelivery.contracts.ingestion.DeliveryOrder.Stop;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads an order. What the client leaves out is filled in; what is wrong is told all at once. */
public final class OrderForm {
    private OrderForm() {}

    /**
     * @param now is readyAt, where that is left out
     */
    public static Reading<DeliveryOrder> read(Object body, Instant now, Limits limits) {
        Faults faults = new Faults();
        Form form = Form.of(body, faults);
        return Reading.of(form == null ? null : order(form, new TimeRules(now), limits), faults);
    }

    /** What a readable body asks for. Missing times are taken as if it was read at the epoch, so that repeats compare equal. */
    public static DeliveryOrder asked(Object body, Limits limits) {
        Form form = Objects.requireNonNull(Form.of(body, new Faults()));
        return Objects.requireNonNull(order(form, new TimeRules(Instant.EPOCH), limits));
    }

    private static @Nullable DeliveryOrder order(Form form, TimeRules rules, Limits limits) {
        form.expect(
                List.of("pickup", "dropoff", "package"),
                List.of("readyAt", "deadline", "expedited", "confirmation", "reference"));
        Stop pickup = StopForm.read(form.object("pickup"));
        Stop dropoff = StopForm.read(form.object("dropoff"));
        if (pickup != null && dropoff != null) {
            StopForm.checkWay(form, pickup, dropoff);
        }
        Instant readyAt = readyAt(form, rules);
        Instant deadline = deadline(form, rules, readyAt);
        Parcel parcel = parcel(form.object("package"), limits);
        Boolean expedited = form.flag("expedited");
        Confirmation confirmation = form.choice("confirmation", Confirmation.class);
        String reference = form.text("reference", TextRule.REFERENCE);
        return pickup == null || dropoff == null || parcel == null
                ? null
                : new DeliveryOrder(
                        pickup,
                        dropoff,
                        readyAt,
                        deadline,
                        parcel,
                        Objects.requireNonNullElse(expedited, false),
                        Objects.requireNonNullElse(confirmation, Confirmation.NONE),
                        reference);
    }

    private static Instant readyAt(Form form, TimeRules rules) {
        Instant readyAt = form.time("readyAt");
        if (readyAt == null) {
            return rules.now();
        }
        rules.checkReadyAt(form, readyAt);
        return readyAt;
    }

    private static Instant deadline(Form form, TimeRules rules, Instant readyAt) {
        Instant deadline = form.time("deadline");
        if (deadline == null) {
            return readyAt.plus(Limits.DELIVERY_TIME_DEFAULT);
        }
        rules.checkDeadline(form, deadline);
        if (!readyAt.equals(rules.now())) { // then the deadline's own rule says the same
            TimeRules.checkSpan(form, "deadline", readyAt, deadline);
        }
        return deadline;
    }

    private static @Nullable Parcel parcel(@Nullable Form form, Limits limits) {
        if (form == null) {
            return null;
        }
        form.expect(List.of("size", "weightGrams"), List.of("tag"));
        Parcel.Size size = form.choice("size", Parcel.Size.class);
        Integer weightGrams = form.integer("weightGrams", Limits.WEIGHT_GRAMS_MIN, limits.weightGramsMax());
        String tag = form.text("tag", TextRule.TAG_TEXT);
        return size == null || weightGrams == null ? null : new Parcel(size, weightGrams, tag);
    }
}
