package io.dronedelivery.system.simulation;

import io.dronedelivery.accounting.domain.AccountingDomain;
import io.dronedelivery.accounting.domain.Books;
import io.dronedelivery.accounting.domain.Customers;
import io.dronedelivery.accounting.domain.InMemoryBooks;
import io.dronedelivery.accounting.domain.Settlement;
import io.dronedelivery.accounting.domain.Tariff;
import io.dronedelivery.contracts.Parcel;
import java.util.Map;

/** The service accounting. */
final class AccountingService {
    private static final Tariff TARIFF = new Tariff(
            "EUR", 250, 90, 40, Map.of(Parcel.Size.SMALL, 0L, Parcel.Size.MEDIUM, 150L, Parcel.Size.LARGE, 400L), 150);

    final InMemoryBooks stored = new InMemoryBooks();
    final Customers customers;
    final Node<AccountingDomain> node;
    final Reader<AccountingDomain, ?> events;

    AccountingService(World world, Log log) {
        customers = new Customers(stored, world);
        node = new Node<>(world, "accounting", life -> {
            return AccountingDomain.of(Database.connect(life, Books.class, stored), TARIFF, life.clock());
        });
        events = new Reader<>(node, log.events, Settlement.IGNORED, event -> node.handlers()
                .settlement()
                .on(event));
    }
}
