package io.dronedelivery.local.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dronedelivery.contracts.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TokenTest {
    private static final int HOUR_SECONDS = 3_600;

    @TempDir
    private Path state = Path.of("");

    @Test
    void aCustomersTokenNamesTheAccountAndLastsAnHour() {
        JsonNode claims = claims(run("--scope", "customer", "--account", "demo"));

        assertThat(claims.path("scope").asText()).isEqualTo("customer");
        assertThat(claims.path("account").asText()).isEqualTo("demo");
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(HOUR_SECONDS);
    }

    @Test
    void aTokenMayHaveSeveralScopes() {
        JsonNode claims = claims(run(
                "--scope",
                "customer",
                "--scope",
                "operator",
                "--account",
                "demo",
                "--subject",
                "ada",
                "--expires",
                "30s"));

        assertThat(claims.path("scope").asText()).isEqualTo("customer operator");
        assertThat(claims.path("sub").asText()).isEqualTo("ada");
    }

    @Test
    void theKeysAreForTheirOwnerOnly() throws IOException {
        run("--scope", "operator", "--subject", "ada");

        try (Stream<Path> files = Files.list(state.resolve("access"))) {
            assertThat(files.toList()).hasSize(2).allSatisfy(file -> assertThat(
                            PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------"));
        }
    }

    @Test
    void afterARotationAnotherKeySigns() {
        String before = keyId(run("--scope", "operator", "--subject", "ada"));
        run("rotate");

        assertThat(keyId(run("--scope", "operator", "--subject", "ada"))).isNotEqualTo(before);
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        for (List<String> wrong : List.<List<String>>of(
                List.of(),
                List.of("--scope", "king", "--subject", "ada"),
                List.of("--scope", "customer"),
                List.of("--scope", "operator", "--account", "demo", "--subject", "ada"),
                List.of("--scope", "operator"),
                List.of("--scope", "operator", "--subject", "ada", "--expires", "soon"),
                List.of("--scope", "operator", "--subject", "ada", "--expires", "0s"))) {
            assertThat(execute(wrong.toArray(String[]::new)))
                    .as(wrong.toString())
                    .isEqualTo(2);
        }
    }

    private String run(String... arguments) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = System.out;
        System.setOut(new PrintStream(printed, true, UTF_8));
        try {
            assertThat(execute(arguments)).isZero();
        } finally {
            System.setOut(out);
        }
        return printed.toString(UTF_8).strip();
    }

    private int execute(String... arguments) {
        CommandLine commands = new CommandLine(new DroneCtl()).setErr(new PrintWriter(PrintWriter.nullWriter()));
        return commands.execute(Stream.concat(Stream.of("--state", state.toString(), "token"), Stream.of(arguments))
                .toArray(String[]::new));
    }

    private static JsonNode claims(String token) {
        return part(token, 1);
    }

    private static String keyId(String token) {
        return part(token, 0).path("kid").asText();
    }

    private static JsonNode part(String token, int number) {
        return Json.read(Base64.getUrlDecoder().decode(token.split("\\.")[number]), JsonNode.class);
    }
}
