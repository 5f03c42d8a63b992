package io.dronedelivery.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PreflightTest {
    @Test
    void aTakenPortIsNamedWithWhatNeedsIt() throws IOException {
        List<String> troubles = new ArrayList<>();
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Preflight.checkPort("accounting", taken.getLocalPort(), troubles);

            assertThat(troubles).singleElement().asString().contains("port " + taken.getLocalPort(), "accounting");
        }
    }

    @Test
    void aFreePortIsNoTrouble() throws IOException {
        List<String> troubles = new ArrayList<>();
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }

        Preflight.checkPort("accounting", free, troubles);

        assertThat(troubles).isEmpty();
    }

    @Test
    void tooLittleIsToldWithHowMuchIsNeeded() {
        assertThat(Preflight.tooLittle("memory", 900, 2_500))
                .containsExactly("too little memory: 900 MiB are free, and 2,500 MiB are needed");
        assertThat(Preflight.tooLittle("memory", 2_500, 2_500)).isEmpty();
    }
}
