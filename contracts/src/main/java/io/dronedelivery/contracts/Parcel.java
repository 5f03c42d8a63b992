package io.dronedelivery.contracts;

import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/**
 * What is to be carried.
 *
 * @param size its size class
 * @param weightGrams its weight in grams
 * @param tag its barcode or RFID tag; absent where packaging is to make one
 */
public record Parcel(
        Size size, @Min(1) int weightGrams, @Nullable String tag) {
    /** The size class: the longest side is at most 30, 60 or 120 cm. */
    public enum Size {
        SMALL,
        MEDIUM,
        LARGE
    }
}
