package io.dronedelivery.simulator;

import static io.dronedelivery.simulator.TestedLink.INTERVAL;
import static io.dronedelivery.simulator.TestedLink.samples;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkTokenTest {
    private static final String SECOND = "-second";

    private final TestedLink tested;
    private final FakeTelemetryApi api;

    LinkTokenTest(@TempDir Path folder) {
        this.tested = new TestedLink(folder);
        this.api = tested.api;
    }

    @AfterEach
    void close() {
        tested.close();
    }

    @Test
    void aDroneWithoutATokenKeepsItsSamplesUntilItHasOne() {
        tested.report(1, 5);
        for (int slot = 0; slot < 10; slot++) {
            tested.exchangeAfter(INTERVAL);
        }
        assertThat(api.posts).isEmpty();

        tested.replaceToken(TestedLink.FIRST);
        tested.exchangeUntil(() -> api.stored.size() == 5);

        assertThat(api.stored).isEqualTo(samples(1, 5));
    }

    @Test
    void whatWasPostedWithAnExpiredTokenIsPostedAgainWithTheNextOne() {
        tested.replaceToken(TestedLink.FIRST);
        tested.report(1, 5);
        tested.exchangeUntil(() -> api.stored.size() == 5);

        api.tokenSuffix = SECOND; // the first has expired
        tested.report(6, 7);
        tested.exchangeUntil(() -> api.posts.size() >= 3);
        tested.replaceToken(SECOND);
        tested.exchangeUntil(() -> api.stored.size() == 7);

        assertThat(api.stored).isEqualTo(samples(1, 7));
    }

    @Test
    void aRejectedTokenIsReplacedInTheNextSlotIfThereIsANewOne() {
        tested.replaceToken(TestedLink.FIRST);
        api.tokenSuffix = SECOND;
        tested.report(1, 1);
        tested.exchangeAfter(INTERVAL);
        tested.takeAnswer();
        tested.replaceToken(SECOND);

        tested.exchangeAfter(INTERVAL); // sooner than the file is looked at without a reason
        tested.takeAnswer();

        assertThat(api.posts).hasSize(2);
        assertThat(api.stored).isEqualTo(samples(1, 1));
    }
}
