package io.dronedelivery.system.simulation;

import io.dronedelivery.chassis.failure.RemoteFailure;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/** A connection to what a service stores: every call takes a while, and may be carried out without anybody hearing of it. */
final class Database {
    private Database() {}

    /** The store as one life of its service reaches it. Every method of the port returns a Uni, done in one go. */
    static <P> P connect(ProcessLife life, Class<P> port, P store) {
        Object connection = Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (_, method, arguments) -> Uni.createFrom()
                        .emitter(emitter -> life.after(
                                life.world().latency("transaction", key(life, method, arguments)),
                                "storing: " + method.getName(),
                                () -> carryOut(life, emitter, store, method, arguments))));
        return port.cast(connection);
    }

    private static void carryOut(
            ProcessLife life, UniEmitter<Object> emitter, Object store, Method method, @Nullable Object[] arguments) {
        World world = life.world();
        String key = key(life, method, arguments);
        if (world.strikes(Fault.UNSTORED, life.name(), key)) {
            emitter.fail(new RemoteFailure("the transaction failed"));
            return;
        }
        boolean unknown = world.strikes(Fault.STORED_UNHEARD, life.name(), key);
        invoke(store, method, arguments)
                .subscribe()
                .with(
                        result -> life.after(
                                world.latency("transaction", key),
                                "hearing that it is stored: " + method.getName(),
                                () -> {
                                    if (unknown) {
                                        emitter.fail(new RemoteFailure("the transaction's outcome is not known"));
                                    } else {
                                        emitter.complete(result);
                                    }
                                }),
                        emitter::fail);
    }

    /** The method and, mostly, the delivery. */
    private static String key(ProcessLife life, Method method, @Nullable Object @Nullable [] arguments) {
        String name = life.name() + " " + method.getName();
        return arguments != null && arguments.length > 0 && arguments[0] instanceof String id ? name + " " + id : name;
    }

    private static Uni<?> invoke(Object store, Method method, @Nullable Object[] arguments) {
        try {
            return (Uni<?>) method.invoke(store, arguments);
        } catch (InvocationTargetException failed) {
            return Uni.createFrom().failure(failed.getCause());
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
