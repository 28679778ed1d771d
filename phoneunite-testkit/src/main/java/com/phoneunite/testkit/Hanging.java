package com.phoneunite.testkit;

import java.util.concurrent.CountDownLatch;

/** Calls that never answer, until somebody lets go of them. Safe for any number of threads. */
final class Hanging {

    private final CountDownLatch released = new CountDownLatch(1);

    void hang() {
        try {
            released.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void release() {
        released.countDown();
    }
}
