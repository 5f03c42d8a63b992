package io.dronedelivery.delivery.domain.lifecycle;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dronedelivery.contracts.Text;
import io.dronedelivery.contracts.ingestion.DeliveryOrder.Confirmation;
import org.jspecify.annotations.Nullable;

/**
 * A proof of delivery: the body of <code>POST /api/v2/deliveries/{deliveryId}/confirmation</code>. Only the kind of proof that
 * the order asks for is checked and kept.
 *
 * @param pin the digits that the delivery's owner was shown
 * @param signature the recipient's, in whatever form the client draws it
 * @param picture where the picture is to be found
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProofOfDelivery(
        @Nullable String pin,
        @Nullable String signature,
        @Nullable String picture) {
    public static final int CHARACTERS_MAX = 20_000; // a signature drawn as a path; pictures are only referred to

    /** Whether this proves what the order asks for. */
    public boolean proves(Confirmation asked, @Nullable String expectedPin) {
        return switch (asked) {
            case NONE -> true;
            case PIN -> pin != null && pin.equals(expectedPin);
            case SIGNATURE -> given(signature);
            case PICTURE -> given(picture);
        };
    }

    /** Without what the order does not ask for. */
    public ProofOfDelivery only(Confirmation asked) {
        return switch (asked) {
            case NONE -> new ProofOfDelivery(null, null, null);
            case PIN -> new ProofOfDelivery(pin, null, null);
            case SIGNATURE -> new ProofOfDelivery(null, signature, null);
            case PICTURE -> new ProofOfDelivery(null, null, picture);
        };
    }

    private static boolean given(@Nullable String proof) {
        return proof != null && !Text.isBlank(proof) && Text.length(proof) <= CHARACTERS_MAX;
    }
}
