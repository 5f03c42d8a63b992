package io.dronedelivery.local.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.TypeConversionException;

class ReplicasTest {
    private final Replicas.Converter converter = new Replicas.Converter();

    @Test
    void aServiceThatIsNotNamedHasOneInstanceOfItsOwnName() {
        assertThat(Replicas.NONE.instances()).hasSameSizeAs(Service.values());
        assertThat(Replicas.NONE.instances(Service.DELIVERY))
                .containsExactly(Instance.only(Service.DELIVERY))
                .allSatisfy(instance -> {
                    assertThat(instance.id()).isEqualTo("delivery");
                    assertThat(instance.port()).isEqualTo(Service.DELIVERY.port());
                });
        assertThat(Replicas.NONE.balanced()).isEmpty();
    }

    @Test
    void instancesAreNumberedAndEachHasItsOwnPorts() {
        Replicas replicas = converter.convert("delivery=3,scheduler=2");

        assertThat(replicas.instances(Service.DELIVERY))
                .extracting(Instance::id)
                .containsExactly("delivery-1", "delivery-2", "delivery-3");
        assertThat(replicas.balanced()).containsExactly(Service.SCHEDULER, Service.DELIVERY);
        assertThat(replicas.additional()).isEqualTo(3);
        assertThat(replicas.instances().stream()
                        .flatMapToInt(instance -> IntStream.of(instance.port(), instance.managementPort())))
                .doesNotHaveDuplicates()
                .doesNotContain(Service.DELIVERY.port(), Service.SCHEDULER.port());
    }

    @Test
    void theTextOfTheCommandLineIsReadAndWritten() {
        assertThat(converter.convert("delivery=2,ingestion=2")).hasToString("ingestion=2,delivery=2");
        assertThat(converter.convert("delivery=1")).hasToString("");
    }

    @Test
    void whatIsNoServiceOrNoNumberIsRefused() {
        assertThatThrownBy(() -> converter.convert("post=2")).isInstanceOf(TypeConversionException.class);
        assertThatThrownBy(() -> converter.convert("delivery=0")).isInstanceOf(TypeConversionException.class);
        assertThatThrownBy(() -> converter.convert("delivery=9")).isInstanceOf(TypeConversionException.class);
        assertThatThrownBy(() -> converter.convert("delivery")).isInstanceOf(TypeConversionException.class);
    }

    @Test
    void anInstanceIsFoundByTheNameOfItsProcess() {
        assertThat(Instance.named("delivery-2")).contains(new Instance(Service.DELIVERY, 2));
        assertThat(Instance.named("delivery")).contains(Instance.only(Service.DELIVERY));
        assertThat(Instance.named("kafka")).isEmpty();
    }
}
