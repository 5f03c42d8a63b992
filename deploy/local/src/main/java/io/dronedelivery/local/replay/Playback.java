package io.dronedelivery.local.replay;

import io.dronedelivery.mavlink.frame.Encoder;
import io.dronedelivery.mavlink.frame.Message;
import io.dronedelivery.mavlink.log.FlightLog;
import io.dronedelivery.mavlink.log.LogClock;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Plays a flight log at its own pace. It replaces the vehicle's SYSTEM_TIME, which shows the satellites' time, by the
 * time of the log. It sends that time with every position, so that one may be lost. A vehicle that does not know its
 * charge is reported as charged, since only a charged drone is reserved.
 */
final class Playback {
    private static final int CHARGED_PERCENT = 100;
    private static final long REPEAT_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final List<FlightLog.Entry> entries;
    private final int system;
    private final LogClock clock;
    private final Encoder encoder;
    private final Link link;
    private final double speed;
    private final Map<Class<?>, ByteBuffer> latest = new LinkedHashMap<>();
    private int next;

    /**
     * A playback at the start of the log.
     *
     * @param system the vehicle's system id
     * @param speed how many seconds of the log are played in one
     */
    Playback(FlightLog log, int system, Link link, double speed) {
        this.entries = log.entries();
        this.system = system;
        this.clock = new LogClock(log, system);
        this.encoder = new Encoder(system);
        this.link = link;
        this.speed = speed;
    }

    /** Plays all entries before that one. */
    void playTo(int end) throws IOException {
        long started = System.nanoTime();
        long from = next < end ? entries.get(next).unixMicros() : 0;
        for (; next < end; next++) {
            long passed = TimeUnit.MICROSECONDS.toNanos(entries.get(next).unixMicros() - from);
            sleepUntil(started + Math.round(passed / speed));
            play(entries.get(next));
        }
    }

    void playToEnd() throws IOException {
        playTo(entries.size());
    }

    /** Sends the latest messages once more: the vehicle stays where it is, and keeps its link. */
    void repeat() throws IOException {
        for (ByteBuffer frame : latest.values()) {
            link.send(frame);
        }
        sleepUntil(System.nanoTime() + REPEAT_EVERY_NANOS);
    }

    private void play(FlightLog.Entry entry) throws IOException {
        List<Message> said = entry.from(system).toList();
        if (said.isEmpty()) {
            link.send(entry.frame());
        }
        for (Message message : said) {
            say(message, entry.frame());
        }
    }

    private void say(Message message, ByteBuffer frame) throws IOException {
        OptionalLong bootMillis = message.timeSinceBootMillis();
        if (bootMillis.isPresent()) {
            long boot = bootMillis.getAsLong();
            send(Message.SystemTime.class, encoder.systemTime(clock.unixMicros(next, boot), boot));
        }
        switch (message) {
            case Message.SystemTime _ -> {}
            case Message.SystemStatus status
            when status.batteryRemaining() < 0 -> send(message.getClass(), encoder.systemStatus(CHARGED_PERCENT));
            default -> send(message.getClass(), frame);
        }
    }

    private void send(Class<?> kind, ByteBuffer frame) throws IOException {
        latest.put(kind, frame);
        link.send(frame);
    }

    private static void sleepUntil(long nanos) {
        long left;
        while ((left = nanos - System.nanoTime()) > 0) {
            LockSupport.parkNanos(left);
        }
    }
}
