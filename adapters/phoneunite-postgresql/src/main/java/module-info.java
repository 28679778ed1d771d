/** The ports of core and billing on PostgreSQL. */
module com.phoneunite.postgresql {
    requires transitive com.phoneunite.billing;
    requires transitive java.sql;
    requires static org.jspecify;
    requires org.slf4j;
    requires tools.jackson.core;

    exports com.phoneunite.postgresql;
}
