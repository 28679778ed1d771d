package com.phoneunite.input;

import java.util.function.BiConsumer;

/** Anything, as long as it is there. */
public final class Given implements InputRule<Object> {

    @Override
    public void check(Object value, BiConsumer<String, String> report) {}
}
