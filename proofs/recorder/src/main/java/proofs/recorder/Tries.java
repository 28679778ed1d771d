package proofs.recorder;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How often properties were checked, on the way from the engine that runs them to the listener that writes it down. Thread-safe. */
final class Tries {
    private static final Map<String, Integer> CHECKS = new ConcurrentHashMap<>();

    private Tries() {}

    static void note(String type, String method, int checks) {
        CHECKS.put(type + "#" + method, checks);
    }

    /** The checks that were noted, once; 1 for what is no property. */
    static int take(String type, String method) {
        Integer checks = CHECKS.remove(type + "#" + method);
        return checks == null ? 1 : checks;
    }
}
