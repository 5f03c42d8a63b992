package io.dronedelivery.local.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InterruptibleWorkTest {
    private final InterruptibleWork work = new InterruptibleWork();

    @Test
    void workThatHasNotEndedIsInterrupted() {
        assertThat(work.interrupt()).isTrue();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(work.end()).isTrue();
    }

    @Test
    void whatFollowsTheWorkIsNotInterrupted() {
        assertThat(work.end()).isFalse();

        assertThat(work.interrupt()).isFalse();
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void anInterruptThatTheWorkDidNotNoticeDoesNotReachWhatFollows() {
        work.interrupt();

        assertThat(work.end()).isTrue();
        assertThat(Thread.interrupted()).isFalse();
        assertThat(work.interrupt()).isTrue();
        assertThat(Thread.interrupted()).isFalse();
    }
}
