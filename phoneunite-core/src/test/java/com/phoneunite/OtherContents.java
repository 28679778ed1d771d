package com.phoneunite;

import com.phoneunite.store.Store;
import com.phoneunite.telephony.SoundContents;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** A store that keeps the bytes of sounds elsewhere. */
final class OtherContents {

    private OtherContents() {}

    static Store of(Store store, SoundContents contents) {
        return (Store) Proxy.newProxyInstance(
                Store.class.getClassLoader(), new Class<?>[] {Store.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("soundContents")) {
                        return contents;
                    }
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
