/** What a host uses to prove its own adapters and to test its own rules. */
module com.phoneunite.testkit {
    requires transitive com.phoneunite.billing;
    requires transitive com.phoneunite.core;
    requires static org.jspecify;

    exports com.phoneunite.testkit;
}
