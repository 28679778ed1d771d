package com.phoneunite.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class CapturedLogsTest {

    private static void say(String name, String what) {
        LoggerFactory.getLogger(name).info(what);
    }

    private static void sayOnAnotherThread(String what) {
        CompletableFuture.runAsync(() -> say("com.phoneunite.Other", what)).join();
    }

    @Test
    void whatAnotherThreadLogsIsNotTheWorksOwn() {
        List<String> own = CapturedLogs.ownDuring(() -> {
            say("com.phoneunite.Own", "here");
            say("org.example.Library", "here");
            sayOnAnotherThread("there");
        });

        assertThat(own).containsExactly("INFO com.phoneunite.Own: here null");
    }

    @Test
    void whatAnyThreadLogsIsHeardWhereSecretsAreLookedFor() {
        List<String> all = CapturedLogs.during(() -> {
            say("com.phoneunite.Own", "here");
            sayOnAnotherThread("there");
        });

        assertThat(all).contains("INFO com.phoneunite.Own: here null", "INFO com.phoneunite.Other: there null");
    }
}
