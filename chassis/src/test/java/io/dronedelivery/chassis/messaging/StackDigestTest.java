package io.dronedelivery.chassis.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.Json;
import io.smallrye.mutiny.Uni;
import org.junit.jupiter.api.Test;

class StackDigestTest {
    private record Note(String text) {}

    @Test
    void theSameFaultHasTheSameDigestWhateverTheMessageAndWhateverRanBefore() {
        Uni<String> digest = Uni.createFrom().item(() -> StackDigest.of(unreadable("{")));
        Uni<String> behindAnother = Uni.createFrom().item(0).chain(_ -> digest);

        assertThat(digest.await().indefinitely())
                .matches("[0-9a-f]{12}")
                .isEqualTo(behindAnother.await().indefinitely());
        assertThat(StackDigest.of(refused("a"))).isEqualTo(StackDigest.of(refused("b")));
    }

    @Test
    void anotherFaultHasAnother() {
        assertThat(StackDigest.of(unreadable("{")))
                .isNotEqualTo(StackDigest.of(refused("a")))
                .isNotEqualTo(StackDigest.of(new IllegalStateException(refused("a"))));
    }

    @Test
    void aFailureWithoutAStackOrInACircleHasOneToo() {
        Exception inner = new Exception("inner");
        Exception outer = new Exception("outer", inner);
        inner.initCause(outer);

        assertThat(StackDigest.of(outer)).hasSize(12);
        assertThat(StackDigest.of(new Bare())).hasSize(12);
    }

    private static final class Bare extends Exception {
        private static final long serialVersionUID = 1L;

        Bare() {
            super("bare", null, false, false);
        }
    }

    private static RuntimeException unreadable(String json) {
        try {
            throw new AssertionError(Json.read(json, Note.class));
        } catch (RuntimeException malformed) {
            return malformed;
        }
    }

    private static RuntimeException refused(String why) {
        return new IllegalArgumentException(why);
    }
}
