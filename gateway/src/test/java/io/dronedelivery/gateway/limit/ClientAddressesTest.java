package io.dronedelivery.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAddressesTest {

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8,     10.255.0.1,  true",
        "10.0.0.0/8,     11.0.0.1,    false",
        "10.1.2.3/8,     10.9.9.9,    true",
        "192.0.2.7,      192.0.2.7,   true",
        "192.0.2.7,      192.0.2.8,   false",
        "192.0.2.6/31,   192.0.2.7,   true",
        "0.0.0.0/0,      203.0.113.1, true",
        "0.0.0.0/0,      ::1,         false",
        "2001:db8::/32,  2001:db8:1::1, true",
        "2001:db8::/32,  2001:db9::1, false",
        "::1,            ::1,         true",
        "::/0,           10.0.0.1,    false",
        "127.0.0.1,      ::ffff:127.0.0.1, true"
    })
    void anAddressIsInANetworkIfItBeginsSo(String network, String address, boolean within) {
        assertThat(ClientAddresses.network(network).includes(InetAddress.ofLiteral(address)))
                .isEqualTo(within);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "localhost", "10.0.0.0/33", "10.0.0.0/-1", "::/129", "10.0.0.0/x"})
    void whatIsNoNetworkIsAnError(String text) {
        assertThatThrownBy(() -> ClientAddresses.network(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
