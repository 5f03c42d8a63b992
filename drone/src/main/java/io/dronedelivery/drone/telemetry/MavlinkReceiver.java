package io.dronedelivery.drone.telemetry;

import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.dronedelivery.contracts.drone.SetAside;
import io.dronedelivery.drone.registry.domain.DroneState;
import io.dronedelivery.drone.report.domain.RejectedReportLog;
import io.dronedelivery.drone.telemetry.domain.Telemetry;
import io.dronedelivery.mavlink.autopilot.Autopilots;
import io.dronedelivery.mavlink.autopilot.Source;
import io.dronedelivery.mavlink.frame.Datagram;
import io.dronedelivery.mavlink.frame.Frame;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.core.datagram.DatagramPacket;
import io.vertx.core.datagram.DatagramSocket;
import io.vertx.core.datagram.DatagramSocketOptions;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Receives the MAVLink messages of drones, by UDP. */
@Singleton
class MavlinkReceiver {
    private static final Logger log = Logger.getLogger(MavlinkReceiver.class);

    /** What many drones send at once while a thread is held up. */
    private static final int RECEIVE_BUFFER_BYTES = 1 << 20;

    private final DatagramSocket socket;
    private final Telemetry telemetry;
    private final InstantSource clock;
    private final MavlinkMetrics meters;
    private final RejectedReportLog rejected;
    private final MavlinkSenders senders;
    private final Autopilots autopilots;
    private final SampleBacklog backlog;
    private final String host;
    private final int port;

    MavlinkReceiver(
            Vertx vertx,
            Telemetry telemetry,
            InstantSource clock,
            RejectedReportLog rejected,
            MavlinkMetrics meters,
            @ConfigProperty(name = "listen.address") String host,
            @ConfigProperty(name = "mavlink.port", defaultValue = "14550") int port) {
        this.socket =
                vertx.createDatagramSocket(new DatagramSocketOptions().setReceiveBufferSize(RECEIVE_BUFFER_BYTES));
        this.telemetry = telemetry;
        this.clock = clock;
        this.rejected = rejected;
        this.meters = meters;
        Rejections rejections = new Rejections();
        this.senders = new MavlinkSenders(meters, rejections, InstantSource.system());
        this.autopilots = new Autopilots(rejections);
        this.backlog = new SampleBacklog(telemetry::take, meters.dropped()::increment);
        this.host = host;
        this.port = port;
    }

    /** A service that can't listen does not start. */
    void open(@Observes StartupEvent event) throws Exception {
        socket.handler(packet -> receive(packet));
        socket.exceptionHandler(failure -> log.warnf("mavlink receiver failed to read because=%s", failure));
        socket.listen(port, host).toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        log.infof("mavlink receiver listening host=%s port=%d", host, port());
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

    private void hear(Frame frame, Source source, Optional<DroneState> drone) {
        drone.ifPresentOrElse(known -> hear(frame, source, known), meters.ignored()::increment);
    }

    private void hear(Frame frame, Source source, DroneState drone) {
        Instant now = clock.instant();
        if (senders.allow(frame, source, drone, now)) {
            autopilots.hear(frame, source, DroneSnapshots.of(drone), now).forEach(this::store);
        }
    }

    /** An intact frame may still have impossible values. */
    private void store(DroneTelemetry sample) {
        if (SampleCheck.errors(sample).isEmpty()) {
            backlog.add(sample);
        } else {
            meters.invalid().increment();
        }
    }

    /** Tells operators and metrics what is rejected. */
    private final class Rejections implements Autopilots.RejectionListener {
        @Override
        public void rejected(String droneId, SetAside what) {
            log.warnf("mavlink report rejected drone=%s reason=%s detail=%s", droneId, what.reason(), what.detail());
            MavlinkReceiver.this.rejected.note(droneId, what);
        }

        @Override
        public void contradicting() {
            meters.contradicting().increment();
        }
    }
}
