package io.dronedelivery.chassis.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.dronedelivery.chassis.failure.Problems;
import io.dronedelivery.contracts.Text;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import org.jspecify.annotations.Nullable;

/** Who acts: what operators do is recorded with their name. */
public final class Operator {
    /** The header that bears the name. */
    public static final String HEADER = "Operator-Id";

    /** The characters of the longest name. */
    public static final int NAME_MAX = 100;

    private Operator() {}

    /** The name in the header. Throws a {@link ProblemException} where there is none, or none that can be recorded. */
    public static String named(@Nullable String header) {
        String name = header == null ? "" : decoded(header).strip();
        if (Text.fault(name, NAME_MAX).isPresent()) {
            throw Problems.invalid(
                    HEADER,
                    "is required: your name, at most " + NAME_MAX + " characters, to be recorded with what you do");
        }
        return name;
    }

    /** The HTTP server reads a header byte by byte, as Latin-1; clients write UTF-8. */
    private static String decoded(String header) {
        try {
            return UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(header.getBytes(ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException latin) {
            return header;
        }
    }
}
