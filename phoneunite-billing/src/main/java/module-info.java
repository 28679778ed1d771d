/** Money: ledger, plans, periods, recharge, the billing page. */
module com.phoneunite.billing {
    requires transitive com.phoneunite.core;
    requires org.slf4j;
    requires static org.jspecify;
    requires static tools.jackson.core;

    exports com.phoneunite.billing;
    exports com.phoneunite.billing.cycle;
    exports com.phoneunite.billing.json;
    exports com.phoneunite.billing.ledger;
    exports com.phoneunite.billing.page;
    exports com.phoneunite.billing.plan;
    exports com.phoneunite.billing.recharge;
    exports com.phoneunite.billing.store;

    opens com.phoneunite.billing to
            com.phoneunite.core,
            org.hibernate.validator;
}
