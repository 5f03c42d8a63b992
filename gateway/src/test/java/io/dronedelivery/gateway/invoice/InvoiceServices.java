package io.dronedelivery.gateway.invoice;

import io.dronedelivery.contracts.Json;
import io.dronedelivery.contracts.delivery.DeliverySearch;
import io.dronedelivery.contracts.drone.MissionSearch;
import io.dronedelivery.contracts.packaging.PackageSearch;
import io.dronedelivery.gateway.standin.ScriptedServices;
import io.dronedelivery.gateway.standin.ScriptedServices.Answer;
import io.dronedelivery.gateway.standin.ScriptedServices.Call;
import java.util.List;

/** The four services that an invoice is made from. */
final class InvoiceServices {
    static final String ACCOUNTING = "accounting";
    static final String DELIVERY = "delivery";
    static final String PACKAGING = "packaging";
    static final String DRONE = "drone";
    static final List<String> OF_DETAILS = List.of(DELIVERY, PACKAGING, DRONE);

    private InvoiceServices() {}

    /** From now on: accounting has charged ann and bob for that many deliveries, and everybody knows all of them. */
    static void charge(int deliveries) {
        ScriptedServices.begin();
        ScriptedServices.behave(ACCOUNTING, call -> switch (account(call)) {
            case "ann", "bob" -> Answer.of(Samples.charged(account(call), deliveries));
            default -> Answer.notFound();
        });
        ScriptedServices.behave(DELIVERY, call -> {
            List<String> ids =
                    Json.read(call.body(), DeliverySearch.Query.class).deliveryIds();
            return Answer.of(new DeliverySearch.Answer(
                    ids.stream().map(Samples::delivery).toList()));
        });
        ScriptedServices.behave(PACKAGING, call -> {
            PackageSearch.Query query = Json.read(call.body(), PackageSearch.Query.class);
            return Answer.of(new PackageSearch.Answer(query.packageIds().stream()
                    .map(id -> Samples.parcel(query.accountId(), id))
                    .toList()));
        });
        ScriptedServices.behave(DRONE, call -> {
            List<String> ids = Json.read(call.body(), MissionSearch.Query.class).deliveryIds();
            return Answer.of(
                    new MissionSearch.Answer(ids.stream().map(Samples::mission).toList()));
        });
    }

    /** The account whose invoice accounting is asked for. */
    static String account(Call call) {
        return call.uri().replaceFirst("^/invoices/([^?]*).*$", "$1");
    }
}
