package io.dronedelivery.packaging.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.Parcel;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.packaging.Packages.Registration;
import io.dronedelivery.contracts.packaging.Packages.State;
import io.dronedelivery.testing.StoredDocument;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Documents that a released version has stored are read by every later one. */
class StoredDocumentsTest {
    private static final Instant AT = Instant.parse("2026-05-01T08:00:00Z");
    private static final Registration REGISTRATION =
            new Registration("account", new Parcel(Parcel.Size.SMALL, 900, "PKG-1"));
    private static final Custody EVERY_STATE = new Custody(
            "package",
            new TreeMap<>(Map.of(
                    1, new Attempt.Refused(Refusal.INVALID, "the tag is another package's"),
                    2, new Attempt.Undone(AT),
                    3, new Attempt.Ended(State.RELEASED, REGISTRATION, AT),
                    4, new Attempt.Replaced(REGISTRATION, AT),
                    5, new Attempt.InHand(REGISTRATION, AT),
                    6, new Attempt.Registered(REGISTRATION, AT))),
            false);

    @Test
    void aCustodyWithAttemptsInEveryState() {
        assertThat(EVERY_STATE.attempts().values())
                .extracting(Object::getClass)
                .contains(StoredDocument.recordsOf(Attempt.class));
        StoredDocument.assertKept(EVERY_STATE);
    }
}
