/** Who and what: accounts, organizations, people. Knows no prices and no gateways. */
module com.phoneunite.core {
    requires transitive jakarta.validation;
    requires transitive org.joda.money;
    requires static org.jspecify;
    requires static tools.jackson.core;
    requires com.fasterxml.uuid;
    requires com.google.i18n.phonenumbers.libphonenumber;
    requires org.hibernate.validator;
    requires org.slf4j;

    exports com.phoneunite;
    exports com.phoneunite.account;
    exports com.phoneunite.event;
    exports com.phoneunite.input;
    exports com.phoneunite.json;
    exports com.phoneunite.membership;
    exports com.phoneunite.organization;
    exports com.phoneunite.paging;
    exports com.phoneunite.refusal;
    exports com.phoneunite.resource;
    exports com.phoneunite.store;
    exports com.phoneunite.store.memory;
    exports com.phoneunite.telephony;

    opens com.phoneunite to
            org.hibernate.validator;
    opens com.phoneunite.input to
            org.hibernate.validator;
    opens com.phoneunite.paging to
            org.hibernate.validator;
}
