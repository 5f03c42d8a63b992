package io.dronedelivery.gateway.invoice;

import io.dronedelivery.contracts.Parcel;
import io.dronedelivery.contracts.delivery.Assignment.Means;
import io.dronedelivery.contracts.delivery.DeliverySearch.Place;
import io.dronedelivery.gateway.invoice.Invoice.Drone;
import io.dronedelivery.gateway.invoice.Invoice.Journey;
import io.dronedelivery.gateway.invoice.Invoice.Line;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an invoice says on paper, in words. */
record InvoiceTexts(Invoice invoice) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    String title() {
        return "Invoice " + invoice.month() + ", account " + invoice.accountId();
    }

    List<String> heading() {
        return List.of(
                "Account: " + invoice.accountId(),
                "Month: " + invoice.month() + " (UTC)",
                "Total: " + Amount.text(invoice.total()));
    }

    /** That details are missing, where some are. */
    Optional<String> incomplete() {
        return invoice.incomplete().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "This invoice is incomplete: details of deliveries are missing that these services could not tell: "
                                + String.join(", ", invoice.incomplete())
                                + ". All amounts are there. Ask for the invoice again.");
    }

    String count() {
        int lines = invoice.lines().size();
        return lines == 1 ? "Total of 1 delivery" : "Total of " + lines + " deliveries";
    }

    static String time(Instant moment) {
        return TIME.format(moment);
    }

    /** All that is known of the delivery but its id and its price. */
    String details(Line line) {
        return Stream.of(journey(line.delivery()), parcel(line.parcel()), carrier(line))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
    }

    private static String journey(@Nullable Journey journey) {
        if (journey == null) {
            return "details of the delivery are missing";
        }
        String way = "from " + place(journey.pickup()) + " to " + place(journey.dropoff());
        String requested = "requested " + time(journey.requestedAt());
        return Stream.of(journey.reference(), way, requested, journey.status().name())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
    }

    private static String place(Place place) {
        String address = place.address();
        return address == null
                ? String.format(
                        Locale.ROOT,
                        "%.5f, %.5f",
                        place.location().latitude(),
                        place.location().longitude())
                : address;
    }

    private static String parcel(@Nullable Parcel parcel) {
        if (parcel == null) {
            return "details of the package are missing";
        }
        String kind = parcel.size() + ", " + parcel.weightGrams() + " g";
        return parcel.tag() == null ? kind : kind + ", tag " + parcel.tag();
    }

    private static @Nullable String carrier(Line line) {
        Drone drone = line.drone();
        if (drone != null) {
            return "by drone " + drone.droneId() + ", " + drone.model();
        }
        Journey journey = line.delivery();
        if (journey == null || journey.carrier() == null) {
            return null;
        }
        return journey.means() == Means.DRONE ? "by drone " + journey.carrier() : "by " + journey.carrier();
    }
}
