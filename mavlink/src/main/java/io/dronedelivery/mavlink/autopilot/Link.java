package io.dronedelivery.mavlink.autopilot;

import io.dronedelivery.contracts.Position;
import io.dronedelivery.mavlink.frame.Message;
import io.dronedelivery.mavlink.frame.Message.GlobalPosition;
import io.dronedelivery.mavlink.frame.Message.Heartbeat;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one source says in the name of a drone, and whether another contradicts it. */
final class Link {
    /** A slower link is behind by less than this, in milliseconds of the drone's clock. */
    static final long LAG_MILLIS_MAX = 30_000;

    /** The greatest distance, in metres, between the places that two links tell for one moment. */
    static final double APART_METERS_MAX = 100;

    /** How many messages are kept until their source is trusted. */
    static final int UNTRUSTED_MAX = 100;

    /** A message, and when it came in. */
    record Heard(Message message, Instant at) {}

    private final Source source;
    private final Instant since;
    private final Map<Class<? extends Message>, Heard> latest = new HashMap<>();
    private final Deque<Heard> untrusted = new ArrayDeque<>();
    private @Nullable BootClock clock;
    private @Nullable Instant differsSince;

    Link(Source source, Instant since) {
        this.source = source;
        this.since = since;
    }

    Source source() {
        return source;
    }

    /** Takes note of what it says. */
    void hear(Message message, Instant at) {
        message.timeSinceBootMillis().ifPresent(told -> tick(told, at));
        latest.put(message.getClass(), new Heard(message, at));
        if (message instanceof GlobalPosition) {
            untrusted.removeIf(before -> before.message() instanceof GlobalPosition);
        }
        untrusted.add(new Heard(message, at));
        if (untrusted.size() > UNTRUSTED_MAX) {
            untrusted.remove();
        }
    }

    /** What it said after that time and was not taken in yet, in its order; of the positions the latest. */
    List<Heard> takeSince(Instant time) {
        List<Heard> taken =
                untrusted.stream().filter(heard -> heard.at().isAfter(time)).toList();
        untrusted.clear();
        return taken;
    }

    private void tick(long told, Instant at) {
        clock = clock == null ? BootClock.started(told, at) : clock.hear(told, at);
    }

    /** When it was last heard. */
    Instant heardAt() {
        return latest.values().stream()
                .map(Heard::at)
                .max(Comparator.naturalOrder())
                .orElse(since);
    }

    boolean silent(Duration limit, Instant now) {
        return heardAt().until(now).compareTo(limit) > 0;
    }

    /** Whether it has told that kind of message lately. */
    boolean tells(Class<? extends Message> kind, Duration limit, Instant now) {
        Heard heard = latest.get(kind);
        return heard != null && heard.at().until(now).compareTo(limit) <= 0;
    }

    /** Whether it has been heard for so long. */
    boolean lasts(Duration least, Instant now) {
        return since.until(now).compareTo(least) >= 0;
    }

    /** Whether it has told a position yet: before, neither its clock nor its place can be compared. */
    boolean isLocated() {
        return latest.containsKey(GlobalPosition.class);
    }

    Optional<GlobalPosition> position() {
        return latest(GlobalPosition.class);
    }

    Optional<Boolean> armed() {
        return latest(Heartbeat.class).map(Heartbeat::armed);
    }

    private <T extends Message> Optional<T> latest(Class<T> kind) {
        return Optional.ofNullable(latest.get(kind)).map(heard -> kind.cast(heard.message()));
    }

    /** Whether a value is far from its clock: an autopilot that was started anew, or nonsense. */
    boolean leaps(long told) {
        return clock != null && !clock.tells(told);
    }

    /** How far a value is behind its clock, ms; negative where it is ahead. */
    long behind(long told) {
        BootClock now = Objects.requireNonNull(clock, "no clock was heard");
        return now.bootMillis() - now.millis(told);
    }

    /**
     * What this link contradicts another in, if in anything.
     *
     * @param other which was trusted before it
     */
    Optional<String> contradicts(Link other, Instant now) {
        Optional<String> otherState = apartInState(other, now);
        return apartInTime(other, now).or(() -> apartInPlace(other)).or(() -> otherState);
    }

    /** Whether their clocks were started at different times. */
    Optional<String> apartInTime(Link other, Instant now) {
        if (clock == null || other.clock == null) {
            return Optional.empty();
        }
        long behind = other.behind(clock.bootMillis());
        boolean apart = behind > LAG_MILLIS_MAX + age(clock, now) || -behind > LAG_MILLIS_MAX + age(other.clock, now);
        return apart
                ? Optional.of("its clock is %d ms, the other's %d ms after boot"
                        .formatted(clock.bootMillis(), other.clock.bootMillis()))
                : Optional.empty();
    }

    private static long age(BootClock clock, Instant now) {
        return Math.max(0, clock.heardAt().until(now).toMillis());
    }

    private Optional<String> apartInPlace(Link other) {
        GlobalPosition mine = position().orElse(null);
        GlobalPosition theirs = other.position().orElse(null);
        Position here = mine == null ? null : mine.place();
        Position there = theirs == null ? null : theirs.place();
        if (here == null || there == null || mine == null || theirs == null) {
            return Optional.empty();
        }
        double seconds = Math.abs((int) (mine.bootMillis() - theirs.bootMillis())) / 1e3;
        double apart = Math.hypot(here.metersTo(there), mine.relativeAltitude() - theirs.relativeAltitude());
        return apart > APART_METERS_MAX + Vicinity.SPEED_MAX * seconds
                ? Optional.of("it is %.0f m from the other's place".formatted(apart))
                : Optional.empty();
    }

    /** A slower link says later than another that it is armed: that they differ must last. */
    private Optional<String> apartInState(Link other, Instant now) {
        boolean same = armed().isEmpty() || other.armed().isEmpty() || armed().equals(other.armed());
        differsSince = same ? null : differsSince == null ? now : differsSince;
        return differsSince != null && differsSince.until(now).toMillis() > LAG_MILLIS_MAX
                ? Optional.of("it says for long that it is " + (armed().orElse(false) ? "armed" : "disarmed"))
                : Optional.empty();
    }

    /** Whether it says otherwise than the other, at present, whether the drone is armed. */
    boolean differs() {
        return differsSince != null;
    }
}
