package io.dronedelivery.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {
    private static final int MAX = 100;
    private static final String EMOJI = "\uD83D\uDE80";

    @Test
    void charactersAreCountedAsCodePoints() {
        assertThat(Text.fault(EMOJI.repeat(60), MAX)).isEmpty();
        assertThat(Text.fault(EMOJI.repeat(MAX), MAX)).isEmpty();
        assertThat(Text.fault(EMOJI.repeat(MAX + 1), MAX)).contains("must be 1 to 100 characters, but has 101");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ann",
                "Zürich",
                "日本",
                "שלום",
                "\u200Fשלום",
                "a\tb\r\nc",
                "e\u0301",
                "👨\u200D👩\u200D👧",
                "\uE000"
            })
    void whatPeopleWriteIsAllowed(String text) {
        assertThat(Text.fault(text, MAX)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\t\r\n",
                "\u200B",
                "\u200B\u200B",
                "\u200C\u200D",
                "\u2060",
                "\uFEFF",
                "\u00AD",
                "\u00A0",
                "\u2003",
                "\u3000",
                "\u2028",
                "\u3164",
                "\u115F",
                "\uFFA0",
                "\u2800",
                "\uFE0F",
                "\u034F",
                "\u061C",
                "\uDB40\uDC41"
            })
    void aTextOfWhichNothingIsSeenIsBlank(String text) {
        assertThat(Text.fault(text, MAX)).contains("must be 1 to 100 characters, and not blank");
    }

    @Test
    void everyBidirectionalControlIsForbidden() {
        IntStream.concat(IntStream.rangeClosed(0x202A, 0x202E), IntStream.rangeClosed(0x2066, 0x2069))
                .forEach(TextTest::assertForbidden);
    }

    @Test
    void everyOtherControlCharacterAndHalfOfAPairIsForbidden() {
        IntStream.range(0, 0xA0)
                .filter(character -> Character.isISOControl(character) && "\t\n\r".indexOf(character) < 0)
                .forEach(TextTest::assertForbidden);
        assertForbidden(0xD800);
        assertForbidden(0xDFFF);
    }

    @Test
    void whatIsCitedCanBeWritten() {
        assertThat(Text.printable("a\0b\uD83Dc\u202E", 5)).isEqualTo("a\uFFFDb\uFFFDc…");
        assertThat(Text.printable(EMOJI.repeat(3), 2)).isEqualTo(EMOJI.repeat(2) + "…");
    }

    private static void assertForbidden(int character) {
        String text = "a" + Character.toString(character) + "b";
        assertThat(Text.fault(text, MAX)).contains("must not have the control character U+%04X".formatted(character));
        assertThat(Text.printable(text, MAX)).isEqualTo("a\uFFFDb");
    }
}
