package io.dronedelivery.chassis.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.smallrye.certs.CertificateGenerator;
import io.smallrye.certs.CertificateRequest;
import io.smallrye.certs.Format;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A service with a certificate, which is also the authority here; it calls itself. */
@QuarkusTest
@TestProfile(MutualTlsTest.Certified.class)
class MutualTlsTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final java.nio.file.Path FOLDER = java.nio.file.Path.of("target", "certificate");

    /** As deploy/kubernetes starts a service. */
    public static final class Certified implements QuarkusTestProfile {
        @Override
        public String getConfigProfile() {
            return "test,mutual-tls";
        }

        @Override
        public Map<String, String> getConfigOverrides() {
            renew();
            return Map.of(
                    "certificates.folder",
                    FOLDER.toString(),
                    "quarkus.tls.services.reload-period",
                    "2s",
                    "quarkus.http.test-ssl-port",
                    "0",
                    "quarkus.rest-client.keep-alive-enabled",
                    "false",
                    "services.delivery.url",
                    "https://localhost:${quarkus.http.test-ssl-port}");
        }
    }

    @RegisterRestClient(configKey = "delivery")
    interface Peer {
        @GET
        @Path("/wishes")
        String wishes();
    }

    @TestHTTPResource(value = "/wishes", tls = true)
    private URI wishes = URI.create("");

    private final Peer peer;
    private final TlsConfigurationRegistry registry;

    MutualTlsTest(@RestClient Peer peer, TlsConfigurationRegistry registry) {
        this.peer = peer;
        this.registry = registry;
    }

    /** The profile may be asked for its settings more than once. */
    @BeforeEach
    void awaitTheCertificate() {
        await().atMost(TIMEOUT).ignoreExceptions().untilAsserted(() -> assertThat(shown())
                .isEqualTo(certificate()));
    }

    @Test
    void whoHasNoCertificateIsRefusedAndWhoHasOneIsAnswered() throws Exception {
        assertThat(peer.wishes()).isNotNull();
        HttpRequest request = HttpRequest.newBuilder(wishes).build();
        try (HttpClient stranger = HttpClient.newBuilder().sslContext(trust()).build()) {
            assertThatThrownBy(() -> stranger.send(request, BodyHandlers.ofString()))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void aRenewedCertificateIsShownAndTrustedWithoutARestart() throws Exception {
        X509Certificate before = certificate();

        renew();

        awaitTheCertificate();
        assertThat(certificate()).isNotEqualTo(before);
        await().atMost(TIMEOUT).ignoreExceptions().untilAsserted(() -> assertThat(peer.wishes())
                .isNotNull());
    }

    private static void renew() {
        try {
            Files.createDirectories(FOLDER);
            new CertificateGenerator(FOLDER, true)
                    .generate(new CertificateRequest()
                            .withName("tls")
                            .withFormat(Format.PEM)
                            .withCN("localhost"));
            Files.copy(FOLDER.resolve("tls.crt"), FOLDER.resolve("ca.crt"), StandardCopyOption.REPLACE_EXISTING);
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    /** The certificate that the service shows to one that has its certificate, too. */
    private X509Certificate shown() throws Exception {
        SSLContext own = registry.get("services").orElseThrow().createSSLContext();
        try (SSLSocket socket = (SSLSocket) own.getSocketFactory().createSocket(wishes.getHost(), wishes.getPort())) {
            socket.startHandshake();
            return (X509Certificate) socket.getSession().getPeerCertificates()[0];
        }
    }

    private static X509Certificate certificate() throws Exception {
        try (InputStream file = Files.newInputStream(FOLDER.resolve("tls.crt"))) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(file);
        }
    }

    private static SSLContext trust() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("authority", certificate());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
