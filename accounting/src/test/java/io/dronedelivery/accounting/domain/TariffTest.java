package io.dronedelivery.accounting.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.Outcome.Granted;
import io.dronedelivery.contracts.Parcel;
import io.dronedelivery.contracts.Parcel.Size;
import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.accounting.Charges.Basis;
import io.dronedelivery.contracts.accounting.Charges.Line;
import io.dronedelivery.contracts.accounting.Charges.Quote;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TariffTest {
    private static final long SEED = 20_261_120;
    private static final Tariff TARIFF =
            new Tariff("EUR", 250, 90, 40, Map.of(Size.SMALL, 0L, Size.MEDIUM, 150L, Size.LARGE, 400L), 150);

    @Test
    void aPriceIsMadeOfItsParts() {
        // Given 92.6 m of way, which cost 8.3 cents, and a parcel of three started steps
        Quote quote = quote(TARIFF, Samples.basis(Size.MEDIUM, 1_001, false));
        assertThat(quote.lines())
                .containsExactly(
                        new Line("base fee", 250),
                        new Line("weight", 120),
                        new Line("size", 150),
                        new Line("distance", 9));
        assertThat(quote.price().minor()).isEqualTo(529);
        assertThat(quote.price().currency()).isEqualTo("EUR");
    }

    @Test
    void anExpeditedDeliveryIsRoundedUpOnceToo() {
        // 528.3 * 1.5 = 792.5: rounding before the factor would make 794 of it
        assertThat(quote(TARIFF, Samples.basis(Size.MEDIUM, 1_001, true))
                        .price()
                        .minor())
                .isEqualTo(793);
    }

    @Test
    void theLinesAddUpAndAnExpeditedLargerOrHeavierParcelIsNeverCheaper() {
        Random random = new Random(SEED);
        for (int round = 0; round < 1_000; round++) {
            Position from = new Position(random.nextDouble(-90, 90), random.nextDouble(-180, 180));
            Position to = new Position(random.nextDouble(-90, 90), random.nextDouble(-180, 180));
            int grams = random.nextInt(1, 30_000);
            long standard = price(new Basis(from, to, new Parcel(Size.SMALL, grams, null), false));
            assertThat(price(new Basis(from, to, new Parcel(Size.SMALL, grams, null), true)))
                    .isGreaterThanOrEqualTo(standard);
            assertThat(price(new Basis(from, to, new Parcel(Size.LARGE, grams, null), false)))
                    .isEqualTo(standard + 400);
            assertThat(price(new Basis(from, to, new Parcel(Size.SMALL, grams + Tariff.STEP_GRAMS, null), false)))
                    .isEqualTo(standard + 40);
        }
    }

    @Test
    void aParcelWithoutWeightHasNoPrice() {
        assertThat(TARIFF.quote(Samples.basis(Size.SMALL, 0, false)))
                .isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(refused.code())
                        .isEqualTo(Refusal.INVALID));
    }

    private static long price(Basis basis) {
        Quote quote = quote(TARIFF, basis);
        assertThat(quote.lines().stream().mapToLong(Line::minor).sum())
                .isEqualTo(quote.price().minor());
        return quote.price().minor();
    }

    private static Quote quote(Tariff tariff, Basis basis) {
        return ((Granted<Quote>) tariff.quote(basis)).value();
    }
}
