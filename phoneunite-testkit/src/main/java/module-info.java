/** What a host uses to prove its own adapters and to test its own rules. */
module com.phoneunite.testkit {
    requires transitive com.phoneunite.billing;
    requires transitive com.phoneunite.core;
    requires static org.jspecify;
    requires static org.junit.jupiter.api;

    exports com.phoneunite.testkit;
    exports com.phoneunite.testkit.audit;
    exports com.phoneunite.testkit.contract;
    exports com.phoneunite.testkit.crash;
    exports com.phoneunite.testkit.simulation;
}
