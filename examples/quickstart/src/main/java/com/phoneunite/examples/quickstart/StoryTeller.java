package com.phoneunite.examples.quickstart;

import com.phoneunite.OpenAccount;
import com.phoneunite.PhoneUnite;
import com.phoneunite.RefusedException;
import com.phoneunite.billing.Billing;
import com.phoneunite.billing.plan.BillingPlan;
import com.phoneunite.billing.plan.PlanVersion;
import com.phoneunite.refusal.Refusal;
import com.phoneunite.store.memory.InMemoryStore;
import com.phoneunite.testkit.MutableClock;
import com.phoneunite.testkit.SandboxGateway;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Lives through a story as a host of PhoneUnite does: customers act by day, and billing runs every night. */
final class StoryTeller {

    private final Story story;
    private final Narrator narrator;
    private final MutableClock clock;
    private final Billing billing;
    private final PhoneUnite phoneUnite;
    private final Map<String, Customer> customers = new LinkedHashMap<>();
    private final List<News> news = new ArrayList<>();

    StoryTeller(Story story, Narrator narrator) {
        this.story = story;
        this.narrator = narrator;
        this.clock = MutableClock.at(story.starts().toInstant());
        InMemoryStore store = InMemoryStore.create();
        this.billing = Billing.builder(store)
                .plans(story.plans().toArray(BillingPlan[]::new))
                .paymentGateway(SandboxGateway.create())
                .clock(clock)
                .build();
        this.phoneUnite = PhoneUnite.builder(store)
                .billing(billing.organizations())
                .trialDays(story.trial().days())
                .build();
    }

    /** Tells it from the first day to the last. */
    void tell() throws StoryTurn {
        introduce();
        LocalDate first = story.starts().toLocalDate();
        narrator.turnTo(first);
        for (int i = 0; i < story.accounts().size(); i++) {
            open(story.accounts().get(i), "accounts[" + i + "]");
        }
        int next = 0;
        for (LocalDate day = first; !day.isAfter(story.ends()); day = day.plusDays(1)) {
            if (day.isAfter(first)) {
                passTheNightBefore(day);
            }
            while (next < story.events().size() && story.events().get(next).on().equals(day)) {
                live(story.events().get(next));
                next++;
            }
        }
        conclude();
    }

    private void introduce() {
        narrator.line("PhoneUnite: several businesses in one account, paid from one prepaid balance.");
        narrator.line("This story goes from " + story.starts().toLocalDate() + " to " + story.ends()
                + ". Days pass, and billing runs every night.");
        for (BillingPlan plan : story.plans()) {
            PlanVersion prices = plan.versionAt(story.starts().toInstant());
            narrator.line("Plan " + plan.name() + ": " + prices.monthly() + " a month"
                    + (prices.perExtension().isZero() ? "" : ", " + prices.perExtension() + " an extension")
                    + (prices.perPhoneNumber().isZero() ? "" : ", " + prices.perPhoneNumber() + " a phone number")
                    + ".");
        }
    }

    private void open(Story.Opening opening, String path) throws StoryTurn {
        OpenAccount request = opening.request();
        narrator.comment("An account begins with its first organization, on a free trial of "
                + story.trial().days() + " days, and a balance of zero.");
        narrator.deed(opening.id() + " opens an account: its first organization is " + request.name() + ".");
        try {
            Customer customer = Customer.open(opening, phoneUnite, billing);
            customers.put(opening.id(), customer);
            news.add(new News(customer));
            allNews().forEach(narrator::fact);
        } catch (RefusedException e) {
            throw new StoryTurn(path, "the account was not opened, " + inWords(e.refusal()));
        }
    }

    private void passTheNightBefore(LocalDate day) {
        narrator.turnTo(day);
        clock.set(story.momentOf(day, Story.NIGHT));
        if (billing.reconcile().checked() > 0) {
            tell("The host asks the payment gateway what has become of open payments.", allNews());
        }
        if (billing.run().accounts() > 0) {
            tell("The nightly billing run takes what is due, as far as the balance reaches.", allNews());
        }
        clock.set(story.momentOf(day, Story.MORNING));
    }

    private void live(Story.Step step) throws StoryTurn {
        Customer customer = Objects.requireNonNull(customers.get(step.account()));
        step.say().ifPresent(narrator::comment);
        narrator.deed(step.account() + " " + step.deed().told() + ".");
        Optional<Refusal> refused = attempt(step.deed(), customer);
        refused.ifPresent(refusal -> narrator.fact("REFUSED, " + inWords(refusal)));
        allNews().forEach(narrator::fact);
        Optional<String> code = refused.map(Refusal::code);
        if (step.expect().isPresent() && !step.expect().equals(code)) {
            throw new StoryTurn(
                    step.path(), "it expects " + step.expect().get() + ", and met " + code.orElse("no refusal") + ".");
        }
    }

    private Optional<Refusal> attempt(Deed deed, Customer customer) {
        try {
            deed.by(customer).forEach(narrator::fact);
            return Optional.empty();
        } catch (RefusedException e) {
            return Optional.of(e.refusal());
        }
    }

    private void tell(String occasion, List<String> facts) {
        if (!facts.isEmpty()) {
            narrator.deed(occasion);
            facts.forEach(narrator::fact);
        }
    }

    private List<String> allNews() {
        return news.stream().flatMap(one -> one.read().stream()).toList();
    }

    private void conclude() {
        for (Customer customer : customers.values()) {
            narrator.line("");
            narrator.line("The billing page of " + customer.name() + " on " + story.ends());
            BillingTable.draw(customer.billing().page()).forEach(narrator::line);
        }
    }

    private static String inWords(Refusal refusal) {
        return refusal.code() + ": " + refusal.message() + ".";
    }
}
