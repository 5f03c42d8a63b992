package io.dronedelivery.gateway.invoice.pdf;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WinAnsiTest {
    private static final Set<Integer> UNUSED = Set.of(0x7F, 0x81, 0x8D, 0x8F, 0x90, 0x9D);

    @Test
    void everyCharacterHasTheCodeThatWindows1252HasForIt() {
        for (int code = WinAnsi.FIRST; code <= 0xFF; code++) {
            if (!UNUSED.contains(code)) {
                byte[] one = {(byte) code};
                String character = new String(one, Charset.forName("windows-1252"));
                assertThat(WinAnsi.encode(character)).isEqualTo(new String(one, ISO_8859_1));
            }
        }
    }

    @Test
    void whatThereIsNoCodeForBecomesAQuestionMark() {
        assertThat(WinAnsi.encode("a→b")).isEqualTo("a?b");
        assertThat(WinAnsi.encode("Привет")).isEqualTo("??????");
        assertThat(WinAnsi.encode("🚁")).isEqualTo("?");
        assertThat(WinAnsi.encode("\u0000\u007F\u0081")).isEqualTo("???");
    }

    @Test
    void anUmlautInTwoPartsIsOneCharacter() {
        assertThat(WinAnsi.encode("Zu\u0308rich")).isEqualTo("Zürich");
    }

    @Test
    void aLineBreakIsABlank() {
        assertThat(WinAnsi.encode("a\nb\tc\u2028d")).isEqualTo("a b c d");
    }
}
