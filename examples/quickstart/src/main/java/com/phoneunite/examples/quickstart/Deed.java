package com.phoneunite.examples.quickstart;

import com.phoneunite.RefusedException;
import com.phoneunite.account.PaymentMethod;
import com.phoneunite.billing.Usage;
import com.phoneunite.billing.recharge.RechargeOutcome;
import com.phoneunite.organization.Organization;
import com.phoneunite.organization.OrganizationId;
import java.util.List;
import org.joda.money.Money;

/** Something that the owner of an account, or the host on its behalf, can do: each is one call of PhoneUnite. */
sealed interface Deed {

    /** What is about to be done, as the end of a sentence. */
    String told();

    /**
     * Does it. Where it has been done under that key before, in part or as a whole, that is finished, and nothing is done twice.
     *
     * @param key where it stands in the story
     * @return what there is to tell of it beyond what the ledger and the states say
     * @throws RefusedException where a rule says no
     */
    List<String> by(Customer customer, String key);

    record AddOrganization(String name, String plan) implements Deed {
        @Override
        public String told() {
            return "adds the organization " + name + " on plan " + plan;
        }

        @Override
        public List<String> by(Customer customer, String key) {
            Organization added = customer.session()
                    .addOrganization(
                            com.phoneunite.AddOrganization.named(name).on(plan).key(key));
            customer.remember(name, added.id());
            return List.of();
        }
    }

    record PutCard(String token) implements Deed {
        @Override
        public String told() {
            return "puts a card on file";
        }

        @Override
        public List<String> by(Customer customer, String key) {
            PaymentMethod card = customer.billing().putPaymentMethodOnFile(token);
            return List.of(card.brand() + " ending in " + card.lastFour() + " is on file. Nothing was charged.");
        }
    }

    record RemoveCard() implements Deed {
        @Override
        public String told() {
            return "removes the card";
        }

        @Override
        public List<String> by(Customer customer, String key) {
            customer.billing().removePaymentMethod();
            return List.of("There is no card on file.");
        }
    }

    record Recharge(Money amount) implements Deed {
        @Override
        public String told() {
            return "recharges the balance with " + amount;
        }

        @Override
        public List<String> by(Customer customer, String key) {
            RechargeOutcome outcome = customer.billing().recharge(key, amount);
            return outcome.fold(
                    succeeded -> List.of(),
                    declined -> List.of("The card was declined: " + declined.reason() + "."),
                    actionRequired -> List.of("The customer must act: " + actionRequired.nextStep()),
                    unresolved -> List.of("Nobody knows yet whether the card was charged."),
                    notAttempted -> List.of("The payment was never sent: " + notAttempted.why()),
                    cancelled -> List.of("The payment was called off."),
                    needsReview -> List.of("A person must look at it."));
        }
    }

    record UseService(String organization, Money amount) implements Deed {
        @Override
        public String told() {
            return "uses the phone: a call of " + organization + " costs " + amount;
        }

        @Override
        public List<String> by(Customer customer, String key) {
            OrganizationId user = customer.organization(organization);
            customer.schedule()
                    .billing()
                    .actingAs("quickstart")
                    .deductUsage(Usage.of(customer.session().accountId(), user, key, amount));
            return List.of();
        }
    }

    record Rename(String organization, String to) implements Deed {
        @Override
        public String told() {
            return "renames " + organization + " to " + to;
        }

        @Override
        public List<String> by(Customer customer, String key) {
            OrganizationId renamed = customer.organization(organization);
            customer.session().renameOrganization(renamed, to);
            customer.forget(organization);
            customer.remember(to, renamed);
            return List.of("It is called " + to + " from now on.");
        }
    }

    record RunBilling() implements Deed {
        @Override
        public String told() {
            return "sees the host run billing once more";
        }

        @Override
        public List<String> by(Customer customer, String key) {
            int paid = customer.schedule().run().paid();
            return List.of("Periods charged by it: " + paid + ".");
        }
    }

    record LookAtPage() implements Deed {
        @Override
        public String told() {
            return "looks at the billing page";
        }

        @Override
        public List<String> by(Customer customer, String key) {
            return BillingTable.draw(customer.billing().page());
        }
    }
}
