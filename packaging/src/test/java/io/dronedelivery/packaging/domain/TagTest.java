package io.dronedelivery.packaging.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TagTest {
    private static final long SEED = 20_261_120;
    private static final int PACKAGES = 100_000;

    @Test
    void aPackageAlwaysGetsTheSameReadableTag() {
        assertThat(Tag.made("package"))
                .isEqualTo(Tag.made("package"))
                .matches("DD(-[0-9A-HJKMNP-TV-Z]{4}){3}-[0-9A-HJKMNP-TV-Z]");
        assertThat(Tag.mistyped(Tag.made("package"))).isFalse();
    }

    @Test
    void packagesGetDifferentTags() {
        Set<String> tags = new HashSet<>();
        for (int number = 0; number < PACKAGES; number++) {
            tags.add(Tag.made("package" + number));
        }
        assertThat(tags).hasSize(PACKAGES);
    }

    @Test
    void everyMistypedCharacterIsNoticed() {
        Random random = new Random(SEED);
        for (int number = 0; number < 100; number++) {
            String tag = Tag.made("package" + number);
            for (int index = "DD-".length(); index < tag.length(); index++) {
                String mistyped = tag.substring(0, index) + other(tag.charAt(index), random) + tag.substring(index + 1);
                assertThat(Tag.mistyped(mistyped)).as(mistyped).isTrue();
            }
        }
    }

    @Test
    void aForeignTagIsTakenAsItIs() {
        assertThat(Tag.mistyped("4006381333931")).isFalse();
        assertThat(Tag.mistyped("3034257BF7194E4000001A85")).isFalse();
    }

    private static char other(char right, Random random) {
        String characters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".replace(String.valueOf(right), "");
        return characters.charAt(random.nextInt(characters.length()));
    }
}
