package com.phoneunite.testkit.crash;

import com.phoneunite.store.UnitOfWork;
import com.phoneunite.telephony.SoundContents;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts a watch in front of ports: a method without parameters that answers with an interface opens a port, every other one is a call. */
final class WatchedPorts {

    private final PortWatch watch;

    WatchedPorts(PortWatch watch) {
        this.watch = watch;
    }

    <T> T wrap(Class<T> type, Object port) {
        Object watched = port instanceof UnitOfWork unitOfWork
                ? new WatchedUnitOfWork(unitOfWork, watch)
                : Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, new Watched(type, port));
        return type.cast(watched);
    }

    private static boolean opensAPort(Method method) {
        return method.getParameterCount() == 0 && method.getReturnType().isInterface();
    }

    private static @Nullable Object invoke(Object port, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(port, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    private final class Watched implements InvocationHandler {

        private final Object port;
        private final Map<Method, Object> opened = new HashMap<>();

        Watched(Class<?> type, Object port) {
            this.port = port;
            for (Method method : type.getMethods()) {
                if (opensAPort(method)) {
                    opened.put(method, wrap(method.getReturnType(), open(method)));
                }
            }
        }

        private Object open(Method method) {
            try {
                return method.invoke(port);
            } catch (ReflectiveOperationException e) {
                throw new IllegalArgumentException("the store does not open " + method.getName() + "()", e);
            }
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            Object part = opened.get(method);
            if (part != null) {
                return part;
            }
            if (method.getDeclaringClass() == Object.class) {
                return arguments != null && method.getName().equals("equals")
                        ? proxy == arguments[0]
                        : WatchedPorts.invoke(port, method, arguments);
            }
            watch.before(method);
            Object result = WatchedPorts.invoke(port, method, arguments);
            watch.after(method);
            return result instanceof SoundContents.Upload upload ? wrap(SoundContents.Upload.class, upload) : result;
        }
    }
}
