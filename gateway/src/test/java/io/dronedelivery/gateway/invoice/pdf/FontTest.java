package io.dronedelivery.gateway.invoice.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FontTest {
    private static final double SIZE = 1_000; // so that a length is in the units of the font
    private static final String CHARACTERS =
            " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~"
                    + "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ¡¢£¤¥¦§¨©ª«¬®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß"
                    + "àáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ";

    @ParameterizedTest
    @EnumSource
    void eachCharacterIsAsWideAsItsFontSays(Font font) throws IOException {
        PDFont standard = new PDType1Font(Standard14Fonts.getMappedFontName(font.fullName()));
        for (String character : CHARACTERS.split("")) {
            assertThat(font.width(character, SIZE))
                    .as(character)
                    .isCloseTo(standard.getStringWidth(character), within(0.01));
        }
    }

    @Test
    void aTextIsBrokenBetweenWords() {
        double width = Font.REGULAR.width("one two", SIZE);
        assertThat(Font.REGULAR.wrap("one two three", SIZE, width)).isEqualTo(List.of("one two", "three"));
        assertThat(Font.REGULAR.wrap("  one\n two ", SIZE, width)).isEqualTo(List.of("one two"));
        assertThat(Font.REGULAR.wrap("", SIZE, width)).isEqualTo(List.of(""));
    }

    @Test
    void aWordThatIsTooLongIsBrokenAnywhereButWithinACharacter() {
        double width = Font.REGULAR.width("aaa", SIZE);
        assertThat(Font.REGULAR.wrap("b aaaaaaa c", SIZE, width)).isEqualTo(List.of("b", "aaa", "aaa", "a c"));
        assertThat(Font.REGULAR.wrap("🚁🚁🚁🚁", SIZE, width)).isEqualTo(List.of("🚁🚁🚁", "🚁"));
        assertThat(Font.REGULAR.wrap("ab", SIZE, 0)).isEqualTo(List.of("a", "b"));
    }
}
