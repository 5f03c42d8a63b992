package io.dronedelivery.local.balancer;

import io.dronedelivery.local.process.HealthCheck;
import io.dronedelivery.local.project.Endpoints;
import io.dronedelivery.local.project.Instance;
import io.dronedelivery.local.project.Replicas;
import io.dronedelivery.local.project.Service;
import io.dronedelivery.local.project.UserError;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;

/** The balancers of a system: one in front of each service that has several instances. */
public final class Balancers implements AutoCloseable {
    private final List<AutoCloseable> open = new ArrayList<>();
    private final HealthCheck health = new HealthCheck();

    private Balancers() {}

    /**
     * Opens them. They pass nothing on before an instance is there.
     *
     * @throws UserError if a port is taken
     */
    public static Balancers open(Replicas replicas) {
        Balancers balancers = new Balancers();
        try {
            balancers.openAll(replicas);
            return balancers;
        } catch (CompletionException | UncheckedIOException taken) {
            balancers.close();
            throw new UserError("a port of the services " + replicas.balanced()
                    + " is taken by another program: end that first (" + taken.getMessage() + ")");
        }
    }

    private void openAll(Replicas replicas) {
        if (replicas.balanced().isEmpty()) {
            return;
        }
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1));
        open.add(() -> vertx.close().toCompletionStage().toCompletableFuture().join());
        for (Service service : replicas.balanced()) {
            ReadyInstances instances = ReadyInstances.watch(replicas.instances(service), health::ready);
            open.add(instances);
            open.add(HttpBalancer.open(vertx, service.port(), instances, Instance::port));
            if (service == Service.DRONE) {
                open.add(DatagramBalancer.open(Endpoints.MAVLINK_PORT, instances, Instance::mavlinkPort));
            }
        }
    }

    /** Closes them, the last one first. */
    @Override
    public void close() {
        for (AutoCloseable each : open.reversed()) {
            try {
                each.close();
            } catch (Exception broken) {
                throw new IllegalStateException("a balancer was not closed", broken);
            }
        }
        open.clear();
    }
}
