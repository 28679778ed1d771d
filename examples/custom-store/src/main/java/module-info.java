/** A store of a host's own, over H2. */
module com.phoneunite.examples.customstore {
    requires com.h2database;
    requires com.phoneunite.billing;
    requires com.phoneunite.testkit;
    requires java.sql;
    requires tools.jackson.databind;
    requires static org.jspecify;
}
