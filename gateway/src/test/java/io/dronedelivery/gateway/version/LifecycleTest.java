package io.dronedelivery.gateway.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LifecycleTest {
    private static final String DECEMBER = "2026-12-01T00:00:00Z";
    private static final String YEAR_LATER = "2027-12-01T00:00:00Z";

    private static Lifecycle lifecycle(@Nullable String deprecatedFrom, @Nullable String sunset) {
        return Lifecycle.of(new VersionConfig.Dates() {
            @Override
            public Optional<String> deprecatedFrom() {
                return Optional.ofNullable(deprecatedFrom);
            }

            @Override
            public Optional<String> sunset() {
                return Optional.ofNullable(sunset);
            }
        });
    }

    @Test
    void eachDateHasTheFormOfItsHeader() {
        Lifecycle both = lifecycle(DECEMBER, YEAR_LATER);

        assertThat(both.deprecation()).contains("@1796083200");
        assertThat(both.sunsetDate()).contains("Wed, 01 Dec 2027 00:00:00 GMT");
    }

    @Test
    void whatIsNotSetIsNotTold() {
        assertThat(lifecycle(null, YEAR_LATER).deprecation()).isEmpty();
        assertThat(lifecycle(DECEMBER, null).sunsetDate()).isEmpty();
    }

    @Test
    void itMayEndWhenItIsDeprecatedButNotBefore() {
        assertThat(lifecycle(DECEMBER, DECEMBER).sunset()).isPresent();
        assertThatThrownBy(() -> lifecycle(YEAR_LATER, DECEMBER))
                .hasMessage("gateway.versions.v1.sunset (2026-12-01T00:00:00Z) must not be before"
                        + " gateway.versions.v1.deprecated-from (2027-12-01T00:00:00Z)");
    }

    @Test
    void whatIsNoTimeIsRefused() {
        assertThatThrownBy(() -> lifecycle(null, "next year"))
                .hasMessage("gateway.versions.v1.sunset must be a time as in 2026-12-01T00:00:00Z, but is next year");
    }
}
