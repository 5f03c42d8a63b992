package io.dronedelivery.accounting.domain;

import static java.util.Objects.requireNonNull;

import io.dronedelivery.contracts.Money;
import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.Outcome.Granted;
import io.dronedelivery.contracts.Outcome.Refused;
import io.dronedelivery.contracts.Parcel;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.accounting.Charges.Basis;
import io.dronedelivery.contracts.accounting.Charges.Line;
import io.dronedelivery.contracts.accounting.Charges.Quote;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What carrying costs, whoever carries.
 *
 * @param currency the ISO 4217 code of every amount here
 * @param baseMinor for any delivery
 * @param perKilometerMinor for the great-circle distance, measured in millimetres
 * @param perStepMinor for each started {@value #STEP_GRAMS} g
 * @param surchargesMinor for each size
 * @param expeditedPercent what an expedited delivery costs, in percent of the standard price
 */
public record Tariff(
        String currency,
        long baseMinor,
        long perKilometerMinor,
        long perStepMinor,
        Map<Parcel.Size, Long> surchargesMinor,
        int expeditedPercent) {

    /** The weight that one step of the price covers. */
    public static final int STEP_GRAMS = 500;

    private static final int STANDARD_PERCENT = 100;

    public Tariff {
        for (Parcel.Size size : Parcel.Size.values()) {
            if (!surchargesMinor.containsKey(size)) {
                throw new IllegalArgumentException("the tariff has no surcharge for size " + size);
            }
        }
        if (expeditedPercent < STANDARD_PERCENT) {
            throw new IllegalArgumentException("expedited must cost at least 100 percent, but is " + expeditedPercent);
        }
        surchargesMinor = Map.copyOf(surchargesMinor);
    }

    /** The price, rounded up to the next minor unit once, and the lines that add up to it. */
    public Outcome<Quote> quote(Basis basis) {
        if (basis.parcel().weightGrams() < 1) {
            return new Refused<>(
                    Refusal.INVALID,
                    "weightGrams must be at least 1, but is " + basis.parcel().weightGrams());
        }
        double meters = basis.pickup().metersTo(basis.dropoff());
        BigDecimal way = BigDecimal.valueOf(perKilometerMinor)
                .multiply(BigDecimal.valueOf(Math.round(meters * 1000)).movePointLeft(6));
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("base fee", baseMinor));
        lines.add(new Line("weight", perStepMinor * steps(basis.parcel())));
        lines.add(new Line(
                "size", requireNonNull(surchargesMinor.get(basis.parcel().size()))));
        BigDecimal standard = way.add(BigDecimal.valueOf(sum(lines)));
        lines.add(new Line("distance", roundedUp(way)));
        long price = roundedUp(basis.expedited() ? expedited(standard) : standard);
        if (basis.expedited()) {
            lines.add(new Line("expedited", price - sum(lines)));
        }
        return new Granted<>(new Quote(new Money(price, currency), meters, List.copyOf(lines)));
    }

    private BigDecimal expedited(BigDecimal standard) {
        return standard.multiply(BigDecimal.valueOf(expeditedPercent)).movePointLeft(2);
    }

    private static long steps(Parcel parcel) {
        return Math.ceilDiv(parcel.weightGrams(), STEP_GRAMS);
    }

    private static long sum(List<Line> lines) {
        return lines.stream().mapToLong(Line::minor).sum();
    }

    private static long roundedUp(BigDecimal minor) {
        return minor.setScale(0, RoundingMode.CEILING).longValueExact();
    }
}
