package io.dronedelivery.contracts;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is to be carried.
 *
 * @param size its size class
 * @param weightGrams its weight in grams
 * @param tag its barcode or RFID tag; absent where packaging is to make one
 */
public record Parcel(
        Size size,
        @Schema(minimum = "1") int weightGrams,
        @Nullable String tag) {
    /** The size class: the longest side is at most 30, 60 or 120 cm. */
    public enum Size {
        SMALL,
        MEDIUM,
        LARGE
    }
}
