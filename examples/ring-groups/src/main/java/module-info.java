/** Ring groups: a type of a host's own, owned by organizations like ours. */
module com.phoneunite.examples.ringgroups {
    requires com.phoneunite.core;
    requires tools.jackson.databind;
    requires static org.jspecify;

    // Jackson reads and writes the records that are kept.
    opens com.phoneunite.examples.ringgroups to
            tools.jackson.databind;
}
