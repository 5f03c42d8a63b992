package io.dronedelivery.packaging.domain;

import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.Outcome.Granted;
import io.dronedelivery.contracts.Outcome.Refused;
import io.dronedelivery.contracts.Parcel;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.Text;
import io.dronedelivery.contracts.packaging.Packages.Package;
import io.dronedelivery.contracts.packaging.Packages.Registration;
import io.dronedelivery.contracts.packaging.Packages.State;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Registers packages, and releases them. */
public final class Registrations {
    private static final int TAG_CHARACTERS_MAX = 128;

    private final Custodies custodies;
    private final InstantSource clock;

    public Registrations(Custodies custodies, InstantSource clock) {
        this.custodies = custodies;
        this.clock = clock;
    }

    /** Registers the package for an attempt. The same attempt is answered the same for ever, refusals included. */
    public Uni<Outcome<Package>> register(String packageId, int attempt, Registration asked) {
        Registration tagged = tagged(packageId, asked);
        String tag = String.valueOf(tagged.parcel().tag());
        return custodies.register(packageId, tag, (custody, tagTaken) -> custody.answered(attempt)
                .map(answer -> new RegistrationDecision(custody, answer))
                .orElseGet(() -> decide(custody, attempt, tagged, problem(custody, tagged, tagTaken))));
    }

    /** Releases the package from the attempt, and refuses whoever asks to register it so from now on. */
    public Uni<Void> undo(String packageId, int attempt) {
        return custodies.change(packageId, custody -> custody.undo(attempt, clock.instant()));
    }

    /** The package as it stands; absent where it was never registered. */
    public Uni<Optional<Package>> find(String packageId) {
        return custodies.find(packageId).map(known -> known.flatMap(Custody::current));
    }

    /** Those of the packages that the account has, as they stand, in the order of their ids. */
    public Uni<List<Package>> search(String accountId, Collection<String> packageIds) {
        return custodies.findAll(packageIds).map(found -> found.stream()
                .flatMap(custody -> custody.current().stream())
                .filter(known -> known.accountId().equals(accountId))
                .toList());
    }

    private RegistrationDecision decide(Custody custody, int attempt, Registration tagged, @Nullable String problem) {
        if (problem != null) {
            return new RegistrationDecision(
                    custody.refuse(attempt, Refusal.INVALID, problem), new Refused<>(Refusal.INVALID, problem));
        }
        Instant now = clock.instant();
        Package registered =
                new Package(custody.packageId(), attempt, tagged.accountId(), tagged.parcel(), State.REGISTERED, now);
        return new RegistrationDecision(custody.register(attempt, tagged, now), new Granted<>(registered));
    }

    private static @Nullable String problem(Custody custody, Registration tagged, boolean tagTaken) {
        int grams = tagged.parcel().weightGrams();
        String tag = String.valueOf(tagged.parcel().tag());
        if (grams < 1) {
            return "weightGrams must be at least 1, but is " + grams + ".";
        }
        Optional<String> badTag = Text.fault(tag, TAG_CHARACTERS_MAX);
        if (badTag.isPresent()) {
            return "A tag " + badTag.get() + ".";
        }
        if (Tag.mistyped(tag)) {
            return "The tag " + tag + " looks like one of ours, but is mistyped.";
        }
        String borne = custody.tag().orElse(tag);
        if (!borne.equals(tag)) {
            return "The package bears the tag " + borne + " already.";
        }
        return tagTaken ? "The tag " + tag + " is another package's." : null;
    }

    private static Registration tagged(String packageId, Registration asked) {
        Parcel parcel = asked.parcel();
        String tag = parcel.tag() == null ? Tag.made(packageId) : parcel.tag();
        return new Registration(asked.accountId(), new Parcel(parcel.size(), parcel.weightGrams(), tag));
    }
}
