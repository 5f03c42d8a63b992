package io.dronedelivery.ingestion.domain.form;

import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.ingestion.DeliveryOrder.Contact;
import io.dronedelivery.contracts.ingestion.DeliveryOrder.Stop;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the pickup or the drop-off. */
final class StopForm {
    private static final int LATITUDE_MAX = 90;
    private static final int LONGITUDE_MAX = 180;

    private StopForm() {}

    static @Nullable Stop read(@Nullable Form form) {
        if (form == null) {
            return null;
        }
        form.expect(List.of("location"), List.of("address", "contact", "instructions"));
        Position location = location(form.object("location"));
        String address = form.text("address", TextRule.ADDRESS);
        Contact contact = contact(form.object("contact"));
        String instructions = form.text("instructions", TextRule.INSTRUCTIONS);
        return location == null ? null : new Stop(location, address, contact, instructions);
    }

    /** Notes a drop-off that is too near to the pickup. */
    static void checkWay(Form form, Stop pickup, Stop dropoff) {
        double meters = pickup.location().metersTo(dropoff.location());
        if (meters < Limits.WAY_METERS_MIN) {
            form.note(
                    "dropoff",
                    "must be at least %.0f m away from the pickup, but is %.1f m"
                            .formatted(Limits.WAY_METERS_MIN, meters));
        }
    }

    private static @Nullable Position location(@Nullable Form form) {
        if (form == null) {
            return null;
        }
        form.expect(List.of("latitude", "longitude"), List.of());
        Double latitude = form.degrees("latitude", LATITUDE_MAX);
        Double longitude = form.degrees("longitude", LONGITUDE_MAX);
        if (latitude == null || longitude == null) {
            return null;
        }
        if (latitude == 0 && longitude == 0) {
            form.note("", "must not be 0,0: a receiver without a fix reports that");
            return null;
        }
        return new Position(latitude, longitude);
    }

    private static @Nullable Contact contact(@Nullable Form form) {
        if (form == null) {
            return null;
        }
        form.expect(List.of(), List.of("name", "phone", "email"));
        return new Contact(
                form.text("name", TextRule.NAME),
                form.text("phone", TextRule.PHONE_NUMBER),
                form.text("email", TextRule.EMAIL_ADDRESS));
    }
}
