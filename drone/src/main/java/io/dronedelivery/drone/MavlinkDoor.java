package io.dronedelivery.drone;

import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.dronedelivery.contracts.drone.SetAside;
import io.dronedelivery.drone.domain.Checks;
import io.dronedelivery.drone.domain.Known;
import io.dronedelivery.drone.domain.SetAsideLog;
import io.dronedelivery.drone.domain.Telemetry;
import io.dronedelivery.drone.mavlink.Autopilots;
import io.dronedelivery.drone.mavlink.Backlog;
import io.dronedelivery.drone.mavlink.Datagram;
import io.dronedelivery.drone.mavlink.Frame;
import io.dronedelivery.drone.mavlink.Source;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.core.datagram.DatagramPacket;
import io.vertx.core.datagram.DatagramSocket;
import io.vertx.core.datagram.DatagramSocketOptions;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Where drones that speak MAVLink report, by UDP. */
@Singleton
class MavlinkDoor {
    private static final Logger log = Logger.getLogger(MavlinkDoor.class);

    /** What many drones send at once while a thread is held up. */
    private static final int RECEIVE_BUFFER_BYTES = 1 << 20;

    private final DatagramSocket socket;
    private final Telemetry telemetry;
    private final InstantSource clock;
    private final MavlinkMeters meters;
    private final SetAsideLog setAside;
    private final Autopilots autopilots;
    private final Backlog backlog;
    private final String host;
    private final int port;

    MavlinkDoor(
            Vertx vertx,
            Telemetry telemetry,
            InstantSource clock,
            SetAsideLog setAside,
            MavlinkMeters meters,
            @ConfigProperty(name = "mavlink.host", defaultValue = "127.0.0.1") String host,
            @ConfigProperty(name = "mavlink.port", defaultValue = "14550") int port) {
        this.socket =
                vertx.createDatagramSocket(new DatagramSocketOptions().setReceiveBufferSize(RECEIVE_BUFFER_BYTES));
        this.telemetry = telemetry;
        this.clock = clock;
        this.setAside = setAside;
        this.meters = meters;
        this.autopilots = new Autopilots(new Told());
        this.backlog = new Backlog(telemetry::take, meters.dropped()::increment);
        this.host = host;
        this.port = port;
    }

    /** A service whose door can't be opened does not start. */
    void open(@Observes StartupEvent event) throws Exception {
        socket.handler(packet -> receive(packet));
        socket.exceptionHandler(failure -> log.warnf("mavlink door failed to read because=%s", failure));
        socket.listen(port, host).toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        log.infof("mavlink door open host=%s port=%d", host, port());
    }

    void close(@Observes ShutdownEvent event) {
        socket.close();
    }

    /** Where it listens. */
    int port() {
        return socket.localAddress().port();
    }

    /** Called for one datagram after the other. */
    private void receive(DatagramPacket packet) {
        Datagram datagram = Datagram.read(ByteBuffer.wrap(packet.data().getBytes()));
        Source source =
                new Source(packet.sender().hostAddress(), packet.sender().port());
        meters.count(datagram);
        for (Frame frame : datagram.frames()) {
            if (frame.fromAutopilot()) {
                telemetry.bySystemId(frame.system()).subscribe().with(drone -> hear(frame, source, drone));
            } else {
                meters.ignored().increment();
            }
        }
    }

    private void hear(Frame frame, Source source, Optional<Known> drone) {
        drone.ifPresentOrElse(
                known -> autopilots.hear(frame, source, known, clock.instant()).forEach(this::store),
                meters.ignored()::increment);
    }

    /** An intact frame may still hold nonsense. */
    private void store(DroneTelemetry sample) {
        if (Checks.sample(sample).isEmpty()) {
            backlog.add(sample);
        } else {
            meters.invalid().increment();
        }
    }

    /** Tells operators and metrics what is not believed. */
    private final class Told implements Autopilots.Disbelief {
        @Override
        public void setAside(String droneId, SetAside what) {
            log.warnf(
                    "mavlink report not believed drone=%s reason=%s detail=%s", droneId, what.reason(), what.detail());
            setAside.note(droneId, what);
        }

        @Override
        public void contradicting() {
            meters.contradicting().increment();
        }
    }
}
