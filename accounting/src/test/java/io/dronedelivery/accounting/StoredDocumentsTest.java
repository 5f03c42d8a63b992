package io.dronedelivery.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.accounting.domain.bill.Attempt;
import io.dronedelivery.accounting.domain.bill.Bill;
import io.dronedelivery.contracts.Money;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.accounting.Accounts.Standing;
import io.dronedelivery.contracts.accounting.Accounts.Terms;
import io.dronedelivery.testing.StoredDocument;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Documents that a released version has stored are read by every later one. */
class StoredDocumentsTest {
    private static final Instant AT = Instant.parse("2026-05-01T08:00:00Z");
    private static final Money PRICE = new Money(2_150, "CHF");
    private static final Bill EVERY_STATE = new Bill(
            "delivery",
            "account",
            new TreeMap<>(Map.of(
                    1, new Attempt.Refused(Refusal.INSUFFICIENT_FUNDS, "12.00 CHF are available"),
                    2, new Attempt.Undone(AT),
                    3, new Attempt.Voided(PRICE, AT),
                    4, new Attempt.Replaced(PRICE, AT),
                    5, new Attempt.Held(PRICE, AT),
                    6, new Attempt.Captured(PRICE, AT))),
            true);

    @Test
    void aBillWithAttemptsInEveryState() {
        assertThat(EVERY_STATE.attempts().values())
                .extracting(Object::getClass)
                .contains(StoredDocument.recordsOf(Attempt.class));
        StoredDocument.assertKept(EVERY_STATE);
    }

    @Test
    void theTermsOfAnAccount() {
        StoredDocument.assertKept(new Terms("Ada's flowers", new Money(100_000, "CHF"), 50_000, Standing.ACTIVE));
    }
}
