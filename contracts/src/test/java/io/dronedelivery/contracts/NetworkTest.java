package io.dronedelivery.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {

    @ParameterizedTest
    @CsvSource({
        "10.20.0.0/16, 10.20.0.0",
        "10.20.0.0/16, 10.20.255.255",
        "10.20.30.40/32, 10.20.30.40",
        "192.168.4.128/25, 192.168.4.129",
        "0.0.0.0/0, 203.0.113.7",
        "10.20.0.0/16, ::ffff:10.20.1.1",
        "::1/128, ::1",
        "fd00::/8, fdff:ffff::1",
        "2001:db8:0:20::/59, 2001:db8:0:3f::1",
        "::/0, fe80::1",
    })
    void anAddressInIt(String network, String address) {
        assertThat(Network.parse(network).includes(InetAddress.ofLiteral(address)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "10.20.0.0/16, 10.21.0.0",
        "10.20.0.0/16, 10.19.255.255",
        "10.20.30.40/32, 10.20.30.41",
        "192.168.4.128/25, 192.168.4.127",
        "0.0.0.0/0, ::1",
        "::/0, 10.20.1.1",
        "::1/128, ::2",
        "fd00::/8, fe80::1",
        "2001:db8:0:20::/59, 2001:db8:0:40::1",
    })
    void anAddressOutsideIt(String network, String address) {
        assertThat(Network.parse(network).includes(InetAddress.ofLiteral(address)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "10.20.0.0",
                "10.20.0.0/",
                "10.20/16",
                "10/8",
                "10.20.0.0/-1",
                "10.20.0.0/08",
                "10.20.0.0/1600",
                "010.20.0.0/16",
                "10.20.0.256/32",
                " 10.20.0.0/16",
                "10.20.0.0/16 ",
                "10.20.0.0/255.255.0.0",
                "localhost/32",
                "a.example/8",
                "cafe/16",
                "fd00:/8",
                "fd00::1::/64",
                "fe80::%eth0/64",
                "[fd00::]/8",
                "::ffff:10.20.0.0/112",
                "١٠.20.0.0/16",
            })
    void whatIsNoNetworkIsRefused(String text) {
        assertThatThrownBy(() -> Network.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("must be a network in CIDR notation, such as 10.20.0.0/16 or fd00::/8");
    }

    @Test
    void aPrefixIsNoLongerThanAnAddress() {
        assertThatThrownBy(() -> Network.parse("10.0.0.0/33")).hasMessage("must have a prefix of at most 32 bits");
        assertThatThrownBy(() -> Network.parse("fd00::/129")).hasMessage("must have a prefix of at most 128 bits");
    }

    @Test
    void anAddressWithinANetworkIsNoNetwork() {
        assertThatThrownBy(() -> Network.parse("10.20.0.5/16")).hasMessage("must have no bits set after the first 16");
        assertThatThrownBy(() -> Network.parse("fd00::1/8")).hasMessage("must have no bits set after the first 8");
    }
}
