package io.dronedelivery.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.dronedelivery.contracts.drone.Fleet.Airframe;
import io.dronedelivery.contracts.drone.Fleet.Protocol;
import io.dronedelivery.contracts.drone.Fleet.Registration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegistrationTest {
    private static final String KEY = "0123456789abcdef".repeat(4);
    private static final Airframe AIRFRAME = new Airframe("quadcopter", 2_000, 5_000, 10);
    private static final Registration SIGNED =
            new Registration("b1", AIRFRAME, Protocol.MAVLINK, 7, List.of("10.20.0.0/16"), KEY);

    @Test
    void theKeyIsReadAndNeverWritten() throws JsonProcessingException {
        String written = Json.text(SIGNED);
        assertThat(written).doesNotContain(KEY).doesNotContain("mavlinkKey");

        String withKey = written.replaceFirst("}$", ",\"mavlinkKey\":\"" + KEY + "\"}");
        assertThat(Json.MAPPER.readValue(withKey, Registration.class)).isEqualTo(SIGNED);
    }

    @Test
    void theKeyIsNotTold() {
        assertThat(SIGNED.toString()).doesNotContain(KEY).contains("b1", "10.20.0.0/16", "signed=true");
    }

    @Test
    void oneFromBeforeNetworksIsRead() throws JsonProcessingException {
        Registration unsigned = Registration.overMavlink("b1", AIRFRAME, 7, List.of("10.20.0.0/16"));
        String before = Json.text(unsigned).replace(",\"mavlinkNetworks\":[\"10.20.0.0/16\"]", "");
        assertThat(Json.MAPPER.readValue(before, Registration.class))
                .isEqualTo(new Registration("b1", AIRFRAME, Protocol.MAVLINK, 7, null, null));
    }
}
