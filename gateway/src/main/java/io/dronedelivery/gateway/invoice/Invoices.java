package io.dronedelivery.gateway.invoice;

import io.dronedelivery.chassis.calls.Downstreams;
import io.dronedelivery.contracts.accounting.Charges;
import io.dronedelivery.contracts.accounting.Charges.Charge;
import io.dronedelivery.contracts.delivery.DeliverySearch;
import io.dronedelivery.contracts.drone.MissionSearch;
import io.dronedelivery.contracts.drone.MissionSearch.OrderedMission;
import io.dronedelivery.contracts.packaging.PackageSearch;
import io.dronedelivery.contracts.packaging.Packages.Package;
import io.dronedelivery.gateway.invoice.Invoice.Line;
import io.dronedelivery.gateway.part.Source;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.YearMonth;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * Puts invoices together: first what accounting charged, then, from three services at once, what is known of these deliveries.
 */
@Singleton
class Invoices {
    private final Charged charged;
    private final SearchClients.Deliveries delivery;
    private final SearchClients.Packages packaging;
    private final SearchClients.Missions drone;
    private final Source ofDelivery;
    private final Source ofPackaging;
    private final Source ofDrone;

    Invoices(
            Charged charged,
            Downstreams downstreams,
            @RestClient SearchClients.Deliveries delivery,
            @RestClient SearchClients.Packages packaging,
            @RestClient SearchClients.Missions drone,
            InvoiceConfig config) {
        this.charged = charged;
        this.delivery = delivery;
        this.packaging = packaging;
        this.drone = drone;
        this.ofDelivery = new Source(downstreams.of("delivery"), config.detailsTimeout());
        this.ofPackaging = new Source(downstreams.of("packaging"), config.detailsTimeout());
        this.ofDrone = new Source(downstreams.of("drone"), config.detailsTimeout());
    }

    /** The invoice of an account and a month. Fails as {@link Charged#in}. */
    Uni<Invoice> invoice(String accountId, YearMonth month) {
        return charged.in(accountId, month)
                .flatMap(charges -> details(charges).map(details -> invoice(charges, details)));
    }

    private static Invoice invoice(Charges.Invoice charged, Details details) {
        List<Line> lines = details.lines(charged.charges());
        return new Invoice(charged.accountId(), charged.month(), charged.total(), lines, details.incomplete(lines));
    }

    private Uni<Details> details(Charges.Invoice charged) {
        List<String> ids =
                charged.charges().stream().map(Charge::deliveryId).distinct().toList();
        if (ids.isEmpty()) {
            return Uni.createFrom().item(Details.NONE);
        }
        String account = charged.accountId();
        return Uni.combine()
                .all()
                .unis(
                        deliveries(account).about(ids),
                        packages(account).about(ids),
                        missions().about(ids))
                .with(Details::new);
    }

    private Search<DeliverySearch.Found> deliveries(String account) {
        return new Search<>(ofDelivery, ids -> delivery.search(new DeliverySearch.Query(account, ids))
                .map(DeliverySearch.Answer::deliveries));
    }

    private Search<Package> packages(String account) {
        return new Search<>(
                ofPackaging,
                ids -> packaging.search(new PackageSearch.Query(account, ids)).map(PackageSearch.Answer::packages));
    }

    private Search<OrderedMission> missions() {
        return new Search<>(
                ofDrone, ids -> drone.search(new MissionSearch.Query(ids)).map(MissionSearch.Answer::missions));
    }
}
