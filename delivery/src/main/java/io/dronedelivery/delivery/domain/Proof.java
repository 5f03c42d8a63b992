package io.dronedelivery.delivery.domain;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dronedelivery.contracts.Text;
import io.dronedelivery.contracts.ingestion.DeliveryOrder.Confirmation;
import org.jspecify.annotations.Nullable;

/**
 * A proof of delivery: the body of <code>POST /api/v1/deliveries/{deliveryId}/confirmation</code>. Only the one that was
 * asked for is looked at.
 *
 * @param pin the digits that the delivery's owner was shown
 * @param signature the recipient's, in whatever form the client draws it
 * @param picture where the picture is to be found
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Proof(
        @Nullable String pin,
        @Nullable String signature,
        @Nullable String picture) {
    public static final int CHARACTERS_MAX = 20_000; // a signature drawn as a path; pictures are only referred to

    /** Whether this proves what was asked for. */
    boolean proves(Confirmation asked, @Nullable String expectedPin) {
        return switch (asked) {
            case NONE -> true;
            case PIN -> pin != null && pin.equals(expectedPin);
            case SIGNATURE -> given(signature);
            case PICTURE -> given(picture);
        };
    }

    /** Without what was not asked for. */
    Proof only(Confirmation asked) {
        return switch (asked) {
            case NONE -> new Proof(null, null, null);
            case PIN -> new Proof(pin, null, null);
            case SIGNATURE -> new Proof(null, signature, null);
            case PICTURE -> new Proof(null, null, picture);
        };
    }

    private static boolean given(@Nullable String proof) {
        return proof != null && !Text.isBlank(proof) && Text.length(proof) <= CHARACTERS_MAX;
    }
}
