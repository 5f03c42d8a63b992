package io.dronedelivery.contracts;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One request for many deliveries: <code>PUT</code> of a {@link Calls}. Each call in it is what a request of its own asks for, under
 * its own delivery and attempt, and has an answer of its own: 200 with the {@link Answers}, in the same order.
 */
public final class Batch {
    /** The most calls of one request; it has one at least. */
    public static final int CALLS_MAX = 64;

    private Batch() {}

    /**
     * The body.
     *
     * @param <C> one call
     */
    public record Calls<C>(@Size(min = 1, max = CALLS_MAX) List<@Valid C> calls) {}

    /**
     * One call under an attempt.
     *
     * @param body the body of the request of its own
     */
    public record Call<B>(
            String deliveryId, @Min(1) int attempt, @Valid B body) {}

    /** The answer to all of them. */
    public record Answers<T>(List<Answer<T>> answers) {}

    /**
     * The answer to one call.
     *
     * @param value what a request of its own is answered with; absent where that is nothing, or a problem
     * @param problem the problem that a request of its own is answered with; absent where it is done
     * @param retryAfterSeconds the header <code>Retry-After</code> of that problem, where it has one
     */
    public record Answer<T>(
            @Nullable T value,
            @Nullable Problem problem,
            @Nullable Long retryAfterSeconds) {

        /** It is done, and answered with that, or with nothing. */
        public static <T> Answer<T> of(@Nullable T value) {
            return new Answer<>(value, null, null);
        }
    }
}
