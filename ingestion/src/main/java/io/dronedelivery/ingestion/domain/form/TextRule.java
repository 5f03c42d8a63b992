package io.dronedelivery.ingestion.domain.form;

import io.dronedelivery.contracts.Text;
import java.util.regex.Pattern;

/**
 * What is allowed as a text.
 *
 * @param allowed the same in words: "must be …"
 */
public record TextRule(int lengthMax, Pattern pattern, String allowed) {
    private static final Pattern ANY = Pattern.compile("(?s).*");
    private static final Pattern TAG = Pattern.compile("[!-~]+");
    private static final Pattern PHONE = Pattern.compile("(?=(?:\\D*\\d){5})\\+?[0-9 ()./-]+");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@.]+(?:\\.[^\\s@.]+)+");

    static final TextRule ADDRESS = free(Limits.ADDRESS_MAX);
    static final TextRule INSTRUCTIONS = free(Limits.INSTRUCTIONS_MAX);
    static final TextRule NAME = free(Limits.NAME_MAX);
    static final TextRule REFERENCE = free(Limits.REFERENCE_MAX);
    static final TextRule REASON = free(Limits.REASON_MAX);

    static final TextRule TAG_TEXT = new TextRule(
            Limits.TAG_MAX, TAG, "must be 1 to %d printable ASCII characters without spaces".formatted(Limits.TAG_MAX));
    static final TextRule PHONE_NUMBER = new TextRule(
            Limits.PHONE_MAX,
            PHONE,
            "must be a phone number of at most %d characters, such as +49 30 901820".formatted(Limits.PHONE_MAX));
    static final TextRule EMAIL_ADDRESS = new TextRule(
            Limits.EMAIL_MAX,
            EMAIL,
            "must be an e-mail address of at most %d characters, such as ann@example.org".formatted(Limits.EMAIL_MAX));

    private static TextRule free(int lengthMax) {
        return new TextRule(
                lengthMax,
                ANY,
                "must be a text of 1 to %d characters, not blank and without control characters, those of the writing direction included"
                        .formatted(lengthMax));
    }

    /** Whether the text is allowed by this rule. */
    public boolean allows(String text) {
        return Text.fault(text, lengthMax).isEmpty() && pattern.matcher(text).matches();
    }
}
