package io.dronedelivery.gateway.invoice;

import io.dronedelivery.contracts.Money;
import io.dronedelivery.contracts.Parcel;
import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.accounting.Charges;
import io.dronedelivery.contracts.accounting.Charges.Charge;
import io.dronedelivery.contracts.delivery.Assignment.Means;
import io.dronedelivery.contracts.delivery.DeliverySearch;
import io.dronedelivery.contracts.delivery.DeliverySearch.Place;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.contracts.drone.MissionSearch.OrderedMission;
import io.dronedelivery.contracts.packaging.Packages;
import io.dronedelivery.contracts.packaging.Packages.Package;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** What services tell in the tests: the deliveries d-0001, d-0002 and so on, charged every minute of November 2026. */
final class Samples {
    static final String MONTH = "2026-11";
    static final String DRONE = "drone-7";
    static final String MODEL = "Kestrel";
    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
    private static final int ATTEMPT = 2;
    private static final int WEIGHT_GRAMS = 900;
    private static final int BASE_MINOR = 700;

    private Samples() {}

    static String id(int number) {
        return "d-%04d".formatted(number);
    }

    static Charge charge(String account, int number) {
        return new Charge(
                id(number),
                ATTEMPT,
                account,
                new Money(BASE_MINOR + number, "EUR"),
                Charges.State.CAPTURED,
                START.plusSeconds(60L * number));
    }

    /** What accounting says, in an order of its own. */
    static Charges.Invoice charged(String account, int count) {
        List<Charge> charges = IntStream.rangeClosed(1, count)
                .mapToObj(number -> charge(account, number))
                .toList()
                .reversed();
        long total =
                charges.stream().mapToLong(charge -> charge.amount().minor()).sum();
        return new Charges.Invoice(account, MONTH, new Money(total, "EUR"), charges);
    }

    static DeliverySearch.Found delivery(String id) {
        return new DeliverySearch.Found(
                id,
                DeliveryStatus.COMPLETED,
                "order-of-" + id,
                START,
                START.plusSeconds(600),
                new Place(new Position(47.3769, 8.5417), "Bahnhofstrasse 1, Zürich"),
                new Place(new Position(47.3901, 8.5157), null),
                Means.DRONE,
                DRONE);
    }

    static Package parcel(String account, String id) {
        return new Package(id, ATTEMPT, account, parcel(id), Packages.State.DELIVERED, START);
    }

    static Parcel parcel(String id) {
        return new Parcel(Parcel.Size.SMALL, WEIGHT_GRAMS, "tag-of-" + id);
    }

    static OrderedMission mission(String id) {
        return new OrderedMission(id, ATTEMPT, DRONE, MODEL);
    }

    /** The invoice of which nothing is missing. */
    static Invoice invoice(String account, int count) {
        List<Charge> charges = charged(account, count).charges().reversed();
        List<String> ids = charges.stream().map(Charge::deliveryId).toList();
        Details details = new Details(
                new Searched<>(ids.stream().map(Samples::delivery).toList(), true),
                new Searched<>(ids.stream().map(id -> parcel(account, id)).toList(), true),
                new Searched<>(ids.stream().map(Samples::mission).toList(), true));
        return new Invoice(
                account, MONTH, charged(account, count).total(), details.lines(charges), Collections.emptyList());
    }
}
