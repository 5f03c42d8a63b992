package io.dronedelivery.gateway.version;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;

/** Reads a body whole that has to be small. */
public final class SmallBody {
    private static final int BYTES_MAX = 64 << 10;

    private SmallBody() {}

    /** The body was larger than this may be. */
    public static final class TooLarge extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooLarge() {
            super("more than " + BYTES_MAX + " bytes");
        }
    }

    /** All of it. Fails as soon as it is too large, or breaks off. */
    public static Future<Buffer> read(ReadStream<Buffer> stream) {
        Promise<Buffer> whole = Promise.promise();
        Buffer read = Buffer.buffer();
        stream.exceptionHandler(whole::tryFail)
                .handler(part -> {
                    if (read.length() + part.length() > BYTES_MAX) {
                        whole.tryFail(new TooLarge());
                    } else {
                        read.appendBuffer(part);
                    }
                })
                .endHandler(_ -> whole.tryComplete(read))
                .resume();
        return whole.future();
    }
}
