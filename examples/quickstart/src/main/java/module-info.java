/** The story of PhoneUnite, told in the terminal: what a reader copies from. */
module com.phoneunite.examples.quickstart {
    requires transitive com.phoneunite.billing;
    requires com.phoneunite.core;
    requires com.phoneunite.testkit;
    requires tools.jackson.databind;
    requires static org.jspecify;

    exports com.phoneunite.examples.quickstart;
}
