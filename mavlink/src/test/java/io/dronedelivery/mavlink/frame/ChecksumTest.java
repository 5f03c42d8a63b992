package io.dronedelivery.mavlink.frame;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChecksumTest {
    @ParameterizedTest
    @CsvSource({"'', 0xFFFF", "123456789, 0x6F91"})
    void hasTheCheckValuesOfItsAlgorithm(String text, String checksum) {
        assertThat(of(text)).isEqualTo(Integer.decode(checksum));
    }

    /** https://mavlink.io/en/guide/serialization.html#crc_extra says how a definition is digested. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HEARTBEAT | uint32_t custom_mode uint8_t type uint8_t autopilot uint8_t base_mode uint8_t system_status "
                        + "uint8_t mavlink_version",
                "SYS_STATUS | uint32_t onboard_control_sensors_present uint32_t onboard_control_sensors_enabled "
                        + "uint32_t onboard_control_sensors_health uint16_t load uint16_t voltage_battery "
                        + "int16_t current_battery uint16_t drop_rate_comm uint16_t errors_comm uint16_t errors_count1 "
                        + "uint16_t errors_count2 uint16_t errors_count3 uint16_t errors_count4 int8_t battery_remaining",
                "SYSTEM_TIME | uint64_t time_unix_usec uint32_t time_boot_ms",
                "GPS_RAW_INT | uint64_t time_usec int32_t lat int32_t lon int32_t alt uint16_t eph uint16_t epv "
                        + "uint16_t vel uint16_t cog uint8_t fix_type uint8_t satellites_visible",
                "GLOBAL_POSITION_INT | uint32_t time_boot_ms int32_t lat int32_t lon int32_t alt int32_t relative_alt "
                        + "int16_t vx int16_t vy int16_t vz uint16_t hdg",
                "MISSION_ITEM_REACHED | uint16_t seq",
                "EXTENDED_SYS_STATE | uint8_t vtol_state uint8_t landed_state"
            })
    void theExtraOfEachMessageFollowsFromItsDefinition(MessageType type, String fields) {
        int digest = of(type + " " + fields + " ");
        assertThat(type.checksumExtra()).isEqualTo((digest & 0xFF) ^ (digest >> 8));
    }

    private static int of(String text) {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(US_ASCII));
        return new Checksum().add(bytes, 0, bytes.limit()).value();
    }
}
