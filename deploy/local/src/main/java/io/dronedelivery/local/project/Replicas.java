package io.dronedelivery.local.project;

import static java.util.stream.Collectors.joining;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * How many instances each service has.
 *
 * @param counts the services that have several; every other service has one
 */
public record Replicas(Map<Service, Integer> counts) {
    /** One instance of each service. */
    public static final Replicas NONE = new Replicas(Map.of());

    /** Copies the counts. */
    public Replicas {
        counts = Map.copyOf(counts);
    }

    /** The instances of a service. */
    public List<Instance> instances(Service service) {
        int count = counts.getOrDefault(service, 1);
        return count == 1
                ? List.of(Instance.only(service))
                : IntStream.rangeClosed(1, count)
                        .mapToObj(number -> new Instance(service, number))
                        .toList();
    }

    /** All instances of all services. */
    public List<Instance> instances() {
        return Stream.of(Service.values())
                .flatMap(service -> instances(service).stream())
                .toList();
    }

    /** The services that have several instances, and so a balancer. */
    public List<Service> balanced() {
        return Stream.of(Service.values())
                .filter(service -> instances(service).size() > 1)
                .toList();
    }

    /** How many instances there are more than services. */
    public int additional() {
        return instances().size() - Service.values().length;
    }

    /** As on the command line: <code>ingestion=2,delivery=2</code>. */
    @Override
    public String toString() {
        return balanced().stream()
                .map(service -> service.id() + "=" + instances(service).size())
                .collect(joining(","));
    }

    /** Reads what stands on the command line. */
    public static final class Converter implements ITypeConverter<Replicas> {
        @Override
        public Replicas convert(String text) {
            Map<Service, Integer> counts = new EnumMap<>(Service.class);
            for (String one : text.split(",")) {
                String[] parts = one.strip().split("=");
                if (parts.length != 2) {
                    throw new TypeConversionException("expected SERVICE=NUMBER, but got " + one);
                }
                counts.put(service(parts[0]), count(parts[1]));
            }
            return new Replicas(counts);
        }

        private static Service service(String id) {
            return Stream.of(Service.values())
                    .filter(service -> service.id().equals(id.toLowerCase(Locale.ROOT)))
                    .findAny()
                    .orElseThrow(() -> new TypeConversionException("there is no service " + id));
        }

        private static int count(String text) {
            return IntStream.rangeClosed(1, Instance.NUMBER_MAX)
                    .filter(count -> Integer.toString(count).equals(text))
                    .findAny()
                    .orElseThrow(() -> new TypeConversionException(
                            "a service has 1 to " + Instance.NUMBER_MAX + " instances, not " + text));
        }
    }
}
