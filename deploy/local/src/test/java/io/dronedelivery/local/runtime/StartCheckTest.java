package io.dronedelivery.local.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StartCheckTest {
    @Test
    void aTakenPortIsNamedWithWhatNeedsIt() throws IOException {
        List<String> problems = new ArrayList<>();
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            StartCheck.checkPort("accounting", taken.getLocalPort(), problems);

            assertThat(problems).singleElement().asString().contains("port " + taken.getLocalPort(), "accounting");
        }
    }

    @Test
    void aFreePortIsNoTrouble() throws IOException {
        List<String> problems = new ArrayList<>();
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }

        StartCheck.checkPort("accounting", free, problems);

        assertThat(problems).isEmpty();
    }

    @Test
    void tooLittleIsToldWithHowMuchIsNeeded() {
        assertThat(StartCheck.tooLittle("memory", 900, 2_500))
                .containsExactly("too little memory: 900 MiB are free, and 2,500 MiB are needed");
        assertThat(StartCheck.tooLittle("memory", 2_500, 2_500)).isEmpty();
    }
}
