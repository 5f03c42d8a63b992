package io.dronedelivery.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {
    private final Path file;
    private final Tokens tokens;
    private long nanos;

    TokensTest(@TempDir Path folder) {
        this.file = folder.resolve("tokens.json");
        this.tokens = new Tokens(file, () -> nanos);
    }

    @Test
    void eachDroneHasItsToken() throws IOException {
        replace("{\"d1\": \"eyJ.a-_/~+b.c==\", \"d2\": \"two\"}");

        assertThat(tokens.of("d1")).contains("eyJ.a-_/~+b.c==");
        assertThat(tokens.of("d2")).contains("two");
        assertThat(tokens.of("d3")).isEmpty();
    }

    @Test
    void aNewerFileIsNoticedAfterASecond() throws IOException {
        replace("{\"d1\": \"first\"}");
        assertThat(tokens.of("d1")).contains("first");
        replace("{\"d1\": \"second\"}");

        nanos += Tokens.CHECKED_EVERY.toNanos() - 1;
        assertThat(tokens.of("d1")).contains("first");
        nanos++;
        assertThat(tokens.of("d1")).contains("second");
    }

    @Test
    void aNewerFileIsNoticedAtOnceWhenATokenWasRejected() throws IOException {
        replace("{\"d1\": \"first\"}");
        assertThat(tokens.of("d1")).contains("first");
        replace("{\"d1\": \"second\"}");

        tokens.reject();

        assertThat(tokens.of("d1")).contains("second");
    }

    @Test
    void aFileThatComesLateIsRead() throws IOException {
        assertThat(tokens.of("d1")).isEmpty();
        replace("{\"d1\": \"first\"}");

        nanos += Tokens.CHECKED_EVERY.toNanos();

        assertThat(tokens.of("d1")).contains("first");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"d1\": \"sec", "null", "[]", "{} {}"})
    void whenTheFileIsDamagedTheTokensBeforeItStay(String damaged) throws IOException {
        replace("{\"d1\": \"first\"}");
        assertThat(tokens.of("d1")).contains("first");

        replace(damaged);
        tokens.reject();

        assertThat(tokens.of("d1")).contains("first");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\"two words\"", "\"line\\nbreak\"", "null", "1", "{}"})
    void whatCannotBeATokenIsLeftOut(String value) throws IOException {
        replace("{\"d1\": " + value + ", \"d2\": \"two\"}");

        assertThat(tokens.of("d1")).isEmpty();
        assertThat(tokens.of("d2")).contains("two");
    }

    private void replace(String content) throws IOException {
        Path next = Files.writeString(file.resolveSibling("next"), content);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
