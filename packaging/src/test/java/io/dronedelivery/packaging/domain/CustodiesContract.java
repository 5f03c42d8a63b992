package io.dronedelivery.packaging.domain;

import static io.dronedelivery.packaging.domain.Samples.NOW;
import static io.dronedelivery.packaging.domain.Samples.header;
import static io.dronedelivery.packaging.domain.Samples.registration;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.Outcome.Granted;
import io.dronedelivery.contracts.Outcome.Refused;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryCancelled;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryCompleted;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryPickedUp;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.contracts.packaging.Packages.Package;
import io.dronedelivery.contracts.packaging.Packages.Registration;
import io.dronedelivery.contracts.packaging.Packages.State;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the custodies must do, wherever they are kept. */
public abstract class CustodiesContract {
    private static final int AT_ONCE = 30;

    private final String delivery = UUID.randomUUID().toString();
    private final String tag = UUID.randomUUID().toString();

    protected abstract Custodies custodies();

    private Registrations registrations() {
        return new Registrations(custodies(), () -> NOW);
    }

    @Test
    void aPackageIsRegisteredPickedUpAndDelivered() {
        Outcome<Package> registered = register(delivery, 1, null);
        assertThat(registered)
                .isEqualTo(new Granted<>(new Package(
                        delivery, 1, "account", registration(Tag.made(delivery)).parcel(), State.REGISTERED, NOW)));
        assertThat(current()).isEqualTo(((Granted<Package>) registered).value());

        tell(new DeliveryPickedUp(header(delivery, 4, 1, DeliveryStatus.PICKED_UP)));
        assertThat(current().state()).isEqualTo(State.IN_HAND);

        tell(new DeliveryCompleted(header(delivery, 7, 1, DeliveryStatus.COMPLETED)));
        assertThat(current().state()).isEqualTo(State.DELIVERED);
        assertThat(current().changedAt()).isEqualTo(NOW.plusSeconds(7));
    }

    @Test
    void aRepeatedEventChangesNothing() {
        register(delivery, 1, null);
        DeliveryEvent pickedUp = new DeliveryPickedUp(header(delivery, 4, 1, DeliveryStatus.PICKED_UP));
        tell(pickedUp);
        await(registrations().undo(delivery, 1));

        tell(pickedUp);

        assertThat(current().state()).isEqualTo(State.RELEASED);
    }

    @Test
    void anEventThatContradictsItsPackageChangesNothingAndMayBeAppliedOnceItIsRegistered() {
        DeliveryEvent pickedUp = new DeliveryPickedUp(header(delivery, 4, 1, DeliveryStatus.PICKED_UP));
        assertThatThrownBy(() -> tell(pickedUp)).hasMessageContaining("not registered");
        register(delivery, 1, null);
        tell(pickedUp);
        assertThat(current().state()).isEqualTo(State.IN_HAND);
    }

    @Test
    void anUndoWithoutARegistrationRefusesALateOne() {
        await(registrations().undo(delivery, 1));
        await(registrations().undo(delivery, 1));
        assertThat(refusal(register(delivery, 1, null))).isEqualTo(Refusal.ATTEMPT_OVERTAKEN);
        assertThat(await(registrations().find(delivery))).isEmpty();
    }

    @Test
    void ofManyRequestsForOneTagAtOnceOneGetsIt() {
        List<Outcome<Package>> outcomes = await(Uni.join()
                .all(IntStream.range(0, AT_ONCE)
                        .mapToObj(number -> registrations().register(delivery + number, 1, registration(tag)))
                        .toList())
                .andFailFast());

        assertThat(outcomes).filteredOn(Granted.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(Refused.class::isInstance).allSatisfy(refused -> assertThat(refusal(refused))
                .isEqualTo(Refusal.INVALID));
    }

    @Test
    void manyRepeatsAtOnceGetOneAnswer() {
        List<Outcome<Package>> outcomes = await(Uni.join()
                .all(IntStream.range(0, AT_ONCE)
                        .mapToObj(_ -> registrations().register(delivery, 1, registration(tag)))
                        .toList())
                .andFailFast());
        assertThat(outcomes).hasOnlyElementsOfType(Granted.class).containsOnly(outcomes.getFirst());
    }

    @Test
    void aTagIsFreeAgainOnceTheDeliveryHasEnded() {
        String other = delivery + "-other";
        register(delivery, 1, tag);
        await(registrations().undo(delivery, 1));
        assertThat(refusal(register(other, 1, tag)))
                .as("the delivery may be tried again")
                .isEqualTo(Refusal.INVALID);

        tell(new DeliveryCancelled(header(delivery, 3, 1, DeliveryStatus.CANCELLED), "request", null));

        assertThat(refusal(register(other, 1, tag))).as("the stored answer").isEqualTo(Refusal.INVALID);
        assertThat(register(other, 2, tag)).isInstanceOf(Granted.class);
    }

    @Test
    void aPackageKeepsItsTag() {
        register(delivery, 1, tag);
        assertThat(refusal(register(delivery, 2, tag + "-other"))).isEqualTo(Refusal.INVALID);
        assertThat(register(delivery, 3, tag)).isInstanceOf(Granted.class);
    }

    @Test
    void ofManyPackagesThoseOfTheAccountAreFoundAsTheyStand() {
        String first = delivery + "-1";
        String second = delivery + "-2";
        String undone = delivery + "-3";
        String others = delivery + "-4";
        register(second, 1, null);
        register(first, 1, null);
        tell(new DeliveryPickedUp(header(first, 4, 1, DeliveryStatus.PICKED_UP)));
        await(registrations().undo(undone, 1));
        await(registrations()
                .register(
                        others,
                        1,
                        new Registration("another", registration(null).parcel())));

        List<String> asked = List.of(second, first, undone, others, "unheard-of");

        assertThat(await(registrations().search("account", asked)))
                .extracting(Package::packageId, Package::state)
                .containsExactly(tuple(first, State.IN_HAND), tuple(second, State.REGISTERED));
        assertThat(await(registrations().search("another", asked)))
                .extracting(Package::packageId)
                .containsExactly(others);
        assertThat(await(registrations().search("account", List.of()))).isEmpty();
    }

    private Outcome<Package> register(String packageId, int attempt, @Nullable String given) {
        return await(registrations().register(packageId, attempt, registration(given)));
    }

    private Package current() {
        return await(registrations().find(delivery)).orElseThrow();
    }

    private void tell(DeliveryEvent event) {
        await(new PackageTracker(custodies()).on(event));
    }

    private static Refusal refusal(Outcome<Package> outcome) {
        return ((Refused<Package>) outcome).code();
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(30));
    }
}
