package io.dronedelivery.gateway.proxy;

import io.dronedelivery.gateway.route.Route;
import io.dronedelivery.gateway.route.Service;
import io.quarkus.tls.CertificateUpdatedEvent;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.quarkus.tls.runtime.config.TlsConfigUtils;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The connections to the services. Streams have connections of their own: however many there are, requests have room. */
@Singleton
class ServiceClients {
    private static final String TLS = "services";
    private static final String HTTPS = "https";

    private final Map<Service, URI> addresses = new EnumMap<>(Service.class);
    private final HttpClient requests;
    private final HttpClient streams;
    private final long connectMillis;

    ServiceClients(Vertx vertx, ServiceAddresses configured, ProxyConfig config, TlsConfigurationRegistry tls) {
        for (Service service : Service.values()) {
            addresses.put(
                    service,
                    Objects.requireNonNull(configured.all().get(service.id()), service.id())
                            .url());
        }
        this.connectMillis = config.connectTimeout().toMillis();
        HttpClientOptions options = options(config, tls.get(TLS));
        this.requests = vertx.createHttpClient(options, pool(config.requestsMax()));
        this.streams = vertx.createHttpClient(options, pool(config.streamsMax()));
    }

    private static HttpClientOptions options(ProxyConfig config, Optional<TlsConfiguration> tls) {
        HttpClientOptions options = new HttpClientOptions()
                .setConnectTimeout((int) config.connectTimeout().toMillis())
                .setIdleTimeout((int) config.idleTimeout().toSeconds());
        tls.ifPresent(found -> TlsConfigUtils.configure(options, found));
        return options;
    }

    private static PoolOptions pool(int connections) {
        return new PoolOptions().setHttp1MaxSize(connections);
    }

    /** The certificate was renewed. */
    void renewed(@Observes CertificateUpdatedEvent event) {
        if (event.name().equals(TLS)) {
            requests.updateSSLOptions(event.tlsConfiguration().getSSLOptions());
            streams.updateSSLOptions(event.tlsConfiguration().getSSLOptions());
        }
    }

    /** A request on a connection to the service of that route. Fails where there is none in time. */
    Future<HttpClientRequest> connect(Route route) {
        URI address = Objects.requireNonNull(addresses.get(route.service()));
        boolean encrypted = HTTPS.equals(address.getScheme());
        int usual = encrypted ? 443 : 80;
        return (route.stream() ? streams : requests)
                .request(new RequestOptions()
                        .setHost(address.getHost())
                        .setPort(address.getPort() < 0 ? usual : address.getPort())
                        .setSsl(encrypted)
                        .setConnectTimeout(connectMillis));
    }
}
