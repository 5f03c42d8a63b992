package io.dronedelivery.bench.telemetry;

import io.dronedelivery.bench.measurement.InvalidMeasurement;
import io.dronedelivery.bench.measurement.MeasuredSystem;
import io.dronedelivery.bench.reference.ReferenceProcess;
import io.dronedelivery.bench.telemetry.reference.BareConsumer;
import io.dronedelivery.bench.telemetry.reference.StreamsGuarantee;
import io.dronedelivery.bench.telemetry.reference.StreamsReference;
import io.dronedelivery.contracts.Topic;
import io.dronedelivery.local.project.Endpoints;
import io.dronedelivery.local.project.Service;
import io.dronedelivery.testing.infrastructure.Folders;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The running service and its references, each a process of its own. */
final class Contestants implements AutoCloseable {
    private final List<ReferenceProcess> references = new ArrayList<>();
    private final List<Path> stores = new ArrayList<>();
    private final List<Contestant> others = new ArrayList<>();
    private final Contestant service;

    /** Starts the references beside the service, which runs. */
    Contestants(MeasuredSystem system, Topics topics) throws InterruptedException {
        topics.create(
                Arrays.stream(StreamsGuarantee.values())
                        .map(StreamsGuarantee::eventsTopic)
                        .toList(),
                Topic.DELIVERY_EVENTS.partitions());
        topics.create(List.of(StreamsGuarantee.FLIGHTS_TOPIC), Topic.DRONE_TELEMETRY.partitions());
        String name = Service.DELIVERY.id();
        ProcessHandle process = Optional.ofNullable(system.processes().get(name))
                .orElseThrow(() -> new InvalidMeasurement(name + " does not run"));
        this.service = new Contestant(name, name, process, counts(Topic.DELIVERY_EVENTS.topicName()));
        try {
            ReferenceProcess bare = start(BareConsumer.GROUP, BareConsumer.class, system);
            others.add(new Contestant(Contestant.BARE, BareConsumer.GROUP, handle(bare), Optional.empty()));
            for (StreamsGuarantee guarantee : StreamsGuarantee.values()) {
                Path store = system.folder().resolve(guarantee.group());
                stores.add(store);
                Folders.delete(store); // an earlier run was killed
                ReferenceProcess streams =
                        start(guarantee.group(), StreamsReference.class, system, guarantee.name(), store.toString());
                others.add(new Contestant(
                        guarantee.words(), guarantee.group(), handle(streams), counts(guarantee.eventsTopic())));
            }
        } catch (InterruptedException | RuntimeException failed) {
            close();
            throw failed;
        }
    }

    private ReferenceProcess start(String name, Class<?> main, MeasuredSystem system, String... more)
            throws InterruptedException {
        String[] arguments = new String[more.length + 1];
        arguments[0] = Endpoints.kafka();
        System.arraycopy(more, 0, arguments, 1, more.length);
        ReferenceProcess reference = ReferenceProcess.start(name, system.logs(), main, () -> true, arguments);
        references.add(reference);
        return reference;
    }

    private static ProcessHandle handle(ReferenceProcess reference) {
        return reference.process().values().iterator().next();
    }

    private static Optional<StatusCounts> counts(String topic) {
        return Optional.of(new StatusCounts(topic));
    }

    /** The service. */
    Contestant service() {
        return service;
    }

    /** The references. */
    List<Contestant> references() {
        return List.copyOf(others);
    }

    /** Stops the references, and deletes their stores. */
    @Override
    public void close() {
        references.forEach(ReferenceProcess::close);
        stores.forEach(Folders::delete);
        service.statuses().ifPresent(StatusCounts::close);
        others.forEach(reference -> reference.statuses().ifPresent(StatusCounts::close));
    }
}
