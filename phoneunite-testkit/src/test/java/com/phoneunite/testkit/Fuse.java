package com.phoneunite.testkit;

import com.phoneunite.telephony.SoundContents;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;

/** Counts the calls of all ports of a store, before and after each, and cuts at one of them. */
final class Fuse {

    /** Thrown where the operation is cut. */
    static final class Cut extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final Map<Object, Object> wrapped = new HashMap<>();
    private final boolean kills;
    private long left = Long.MAX_VALUE;
    private Runnable spark = Fuse::cut;

    private Fuse(boolean kills) {
        this.kills = kills;
    }

    /** One call fails, and what comes after it works again. */
    static Fuse once() {
        return new Fuse(false);
    }

    /** The process is killed: nothing works any more until it is {@linkplain #mend started again}. */
    static Fuse killing() {
        return new Fuse(true);
    }

    /** How many calls are left before it cuts; negative once it has. */
    long left() {
        return left;
    }

    /** Cuts after so many calls. */
    void cutAfter(long calls) {
        left = calls;
    }

    /** Does something else after so many calls, instead of cutting: it comes in between. */
    void sparkAfter(long calls, Runnable other) {
        left = calls;
        spark = other;
    }

    private static void cut() {
        throw new Cut();
    }

    /** Does not cut any more. */
    void mend() {
        left = Long.MAX_VALUE;
    }

    private void burn() {
        left--;
        if (left == -1) {
            spark.run();
        } else if (kills && left < 0) {
            cut();
        }
    }

    @SuppressWarnings("unchecked") // a proxy of the type that is asked for
    <T> T wrap(Class<T> type, Object port) {
        Object known = wrapped.get(port);
        if (known == null) {
            known = Proxy.newProxyInstance(
                    type.getClassLoader(),
                    new Class<?>[] {type},
                    (proxy, method, args) -> call(port, proxy, method, args));
            wrapped.put(port, known);
        }
        return (T) known;
    }

    private Object call(Object port, Object proxy, Method method, Object[] args) throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return method.getName().equals("equals") ? proxy == args[0] : method.invoke(port, args);
        }
        boolean opensAPort =
                method.getParameterCount() == 0 && method.getReturnType().isInterface();
        if (opensAPort) {
            return wrap(method.getReturnType(), method.invoke(port));
        }
        burn();
        Object result;
        try {
            result = method.invoke(port, args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
        burn();
        return result instanceof SoundContents.Upload upload ? wrap(SoundContents.Upload.class, upload) : result;
    }
}
