package io.dronedelivery.chassis.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeysTest {

    @Test
    void aWithdrawnKeyIsForgottenAlsoWhereNobodyHasAsked(@TempDir Path folder) {
        try (KeysOfFolder read = new KeysOfFolder(folder)) {
            String oldest = read.issuer().keyIds().getFirst();
            assertThat(read.keys().find(oldest)).isPresent();

            read.withdrawAll();
            assertThat(read.issuer().keyIds()).doesNotContain(oldest);

            assertThat(read.keys().find(oldest)).isEmpty();
        }
    }
}
