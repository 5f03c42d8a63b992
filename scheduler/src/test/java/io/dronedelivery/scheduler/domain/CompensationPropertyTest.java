package io.dronedelivery.scheduler.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.chassis.retry.Backoff;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.ingestion.DeliveryOrder;
import io.dronedelivery.contracts.scheduler.CompensationRequested.Step;
import io.dronedelivery.scheduler.domain.InMemoryServices.Mishap;
import io.dronedelivery.testing.Orders;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whatever is lost, malformed or refused on the way: either all is arranged, or what may have been done is to be undone. */
class CompensationPropertyTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final DeliveryOrder ORDER = Orders.order(NOW);
    private static final List<Refusal> DEFINITIVE =
            List.copyOf(EnumSet.complementOf(EnumSet.of(Refusal.MALFORMED_ANSWER)));
    private static final Backoff PAUSES = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(10));
    private static final int SEEDS = 2_000;
    private static final int MISHAPS_MAX = 4;
    private static final int MORE_THAN_TIME_ALLOWS = 3_000;
    private static final double REFUSED = 0.15;
    private static final double NEVER_ANSWERED = 0.03;

    @Test
    void theCompensationNamesExactlyWhatWasOrMayHaveBeenDone() {
        for (long seed = 0; seed < SEEDS; seed++) {
            check(seed);
        }
    }

    private static void check(long seed) {
        Random random = new Random(seed);
        HandClock clock = new HandClock(NOW);
        InMemoryServices services = new InMemoryServices(ORDER);
        InMemoryCompensations compensations = new InMemoryCompensations();
        Set<Step> unclear = trouble(services, random);

        new Scheduling(services.ports(), compensations, new RetryPolicy(PAUSES, clock, random, clock::pause), clock)
                .carryOut(Orders.schedule("d-1", "ann", NOW))
                .await()
                .indefinitely();

        Set<Step> mayBeDone = EnumSet.noneOf(Step.class);
        mayBeDone.addAll(services.done());
        services.calls().stream().filter(unclear::contains).forEach(mayBeDone::add);
        if (compensations.requested().isEmpty()) {
            assertThat(services.done()).as("seed %d", seed).contains(Step.SCHEDULE);
        } else {
            assertThat(compensations.requested())
                    .as("seed %d", seed)
                    .singleElement()
                    .satisfies(compensation -> {
                        assertThat(compensation.undo()).containsExactlyElementsOf(mayBeDone);
                        assertThat(compensation.failed())
                                .isEqualTo(services.calls().getLast());
                    });
        }
    }

    /** Makes trouble for every step, and says of which steps an answer will be lost. */
    private static Set<Step> trouble(InMemoryServices services, Random random) {
        Set<Step> unclear = EnumSet.noneOf(Step.class);
        for (Step step : Step.values()) {
            List<Mishap> mishaps = mishaps(random);
            services.mishaps(step, mishaps);
            if (!mishaps.isEmpty()) {
                unclear.add(step);
            }
            if (random.nextDouble() < REFUSED) {
                services.refuse(step, DEFINITIVE.get(random.nextInt(DEFINITIVE.size())));
            }
        }
        return unclear;
    }

    private static List<Mishap> mishaps(Random random) {
        int number = random.nextDouble() < NEVER_ANSWERED ? MORE_THAN_TIME_ALLOWS : random.nextInt(MISHAPS_MAX);
        List<Mishap> mishaps = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            Mishap[] kinds = number == MORE_THAN_TIME_ALLOWS
                    ? new Mishap[] {Mishap.CALL_LOST, Mishap.ANSWER_LOST}
                    : Mishap.values();
            mishaps.add(kinds[random.nextInt(kinds.length)]);
        }
        return mishaps;
    }
}
