package io.dronedelivery.chassis.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A short name for a fault: made of the classes of a failure and its causes, and of the methods between the throw and the
 * framework that called us. What lies beyond says nothing of the fault, and differs from one occurrence to the next: what
 * ran before on that thread, or how often it was tried. Line numbers and messages are left out.
 */
final class StackDigest {
    private static final String OURS = "io.dronedelivery.";
    private static final Pattern NUMBERS_OF_THE_COMPILER = Pattern.compile("\\d+");
    private static final int CAUSES_MAX = 10;
    private static final int FRAMES_MAX = 30;
    private static final int BYTES = 6;

    private StackDigest() {}

    /** Twelve hexadecimal digits. */
    static String of(Throwable failure) {
        String fault = Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(CAUSES_MAX)
                .flatMap(cause -> Stream.concat(
                        Stream.of(cause.getClass().getName()), significant(Arrays.asList(cause.getStackTrace()))))
                .collect(Collectors.joining("\n"));
        return HexFormat.of().formatHex(sha256(fault), 0, BYTES);
    }

    private static Stream<String> significant(List<StackTraceElement> frames) {
        List<StackTraceElement> fromUsOn =
                frames.stream().dropWhile(frame -> !isOurs(frame)).toList();
        long foreign = (long) frames.size() - fromUsOn.size();
        long ours = fromUsOn.stream()
                .takeWhile(frame -> isOurs(frame) || frame.getClassName().startsWith("java."))
                .count();
        return frames.stream().limit(Math.min(foreign + ours, FRAMES_MAX)).map(StackDigest::name);
    }

    private static boolean isOurs(StackTraceElement frame) {
        return frame.getClassName().startsWith(OURS);
    }

    private static String name(StackTraceElement frame) {
        return NUMBERS_OF_THE_COMPILER
                .matcher(frame.getClassName() + "." + frame.getMethodName())
                .replaceAll("");
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
