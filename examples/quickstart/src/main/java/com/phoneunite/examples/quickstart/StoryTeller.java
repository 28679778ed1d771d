package com.phoneunite.examples.quickstart;

import com.phoneunite.OpenAccount;
import com.phoneunite.PhoneUnite;
import com.phoneunite.RefusedException;
import com.phoneunite.billing.Billing;
import com.phoneunite.billing.plan.BillingPlan;
import com.phoneunite.billing.plan.PlanVersion;
import com.phoneunite.billing.store.BillingStore;
import com.phoneunite.refusal.Refusal;
import com.phoneunite.testkit.MutableClock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Lives through a story as a host of PhoneUnite does: customers act by day, and billing runs every night. Goes on where a process was
 * that told it before.
 */
final class StoryTeller {

    private final Story story;
    private final Narrator narrator;
    private final StoryKeeper keeper;
    private final Optional<Place> begun;
    private final Schedule schedule;
    private final PhoneUnite phoneUnite;
    private final Map<String, News> accounts = new LinkedHashMap<>();
    private int steps;

    StoryTeller(Story story, Narrator narrator, StoryKeeper keeper) {
        this.story = story;
        this.narrator = narrator;
        this.keeper = keeper;
        this.begun = keeper.place();
        MutableClock clock = MutableClock.at(story.starts().toInstant());
        BillingStore store = keeper.store();
        Billing billing = Billing.builder(store)
                .plans(story.plans().toArray(BillingPlan[]::new))
                .paymentGateway(keeper.gateway(clock))
                .clock(clock)
                .build();
        this.schedule = new Schedule(clock, billing, place().late(), this::keepThatItIsLater);
        this.phoneUnite = PhoneUnite.builder(store.core())
                .billing(billing.organizations())
                .trialDays(story.trial().days())
                .build();
    }

    /** Something that happens in one step. */
    @FunctionalInterface
    private interface Happening {

        /**
         * Lets it happen and tells it.
         *
         * @param again whether it may have happened before, in part or as a whole, in a process that was killed over it
         */
        void happen(boolean again) throws StoryTurn;
    }

    /** Tells it from where it is to the last day. */
    void tell() throws StoryTurn {
        begin();
        LocalDate first = story.starts().toLocalDate();
        Instant opening = story.starts().toInstant();
        for (int i = 0; i < story.accounts().size(); i++) {
            Story.Opening account = story.accounts().get(i);
            String path = "accounts[" + i + "]";
            step(first, opening, again -> open(account, path));
        }
        int next = 0;
        for (LocalDate day = first; !day.isAfter(story.ends()); day = day.plusDays(1)) {
            if (day.isAfter(first)) {
                Instant night = story.momentOf(day, Story.NIGHT);
                step(day, night, this::reconcile);
                step(day, night, this::runBilling);
            }
            Instant morning = day.isAfter(first) ? story.momentOf(day, Story.MORNING) : opening;
            schedule.turnTo(morning);
            while (next < story.events().size() && story.events().get(next).on().equals(day)) {
                Story.Step event = story.events().get(next);
                step(day, morning, again -> live(event, again));
                next++;
            }
        }
        conclude();
    }

    private void begin() {
        if (begun.isEmpty()) {
            introduce();
            keeper.keep(place());
            return;
        }
        narrator.goOnAfter(place().day());
        for (Story.Opening opening : story.accounts()) {
            Optional.ofNullable(place().accounts().get(opening.id()))
                    .ifPresent(known -> accounts.put(
                            opening.id(),
                            News.since(known, Customer.known(opening.id(), known, phoneUnite, schedule))));
        }
    }

    private void step(LocalDate day, Instant moment, Happening happening) throws StoryTurn {
        steps++;
        int before = place().steps();
        if (steps <= before) {
            return;
        }
        boolean again = begun.isPresent() && steps == before + 1;
        if (again) {
            narrator.line("The story goes on where it was, on " + day + ".");
        }
        schedule.turnTo(moment);
        narrator.turnTo(day);
        happening.happen(again);
        keeper.keep(here(steps));
    }

    /** Where it was when this process began. */
    private Place place() {
        return begun.orElseGet(() -> Place.before(story.digest()));
    }

    private Place here(int done) {
        Map<String, Place.Known> known = new LinkedHashMap<>();
        accounts.forEach((name, news) -> known.put(name, news.known()));
        return new Place(story.digest(), done, schedule.late(), narrator.named(), known);
    }

    private void keepThatItIsLater() {
        keeper.keep(here(steps - 1));
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
            accounts.put(opening.id(), new News(Customer.open(opening, path, phoneUnite, schedule)));
            allNews().forEach(narrator::fact);
        } catch (RefusedException e) {
            throw new StoryTurn(path, "the account was not opened, " + inWords(e.refusal()));
        }
    }

    private void reconcile(boolean again) {
        if (schedule.reconcile() > 0 || again) {
            tell("The host asks the payment gateway what has become of open payments.", allNews());
        }
    }

    private void runBilling(boolean again) {
        if (schedule.run().looked() > 0 || again) {
            tell("The nightly billing run takes what is due, as far as the balance reaches.", allNews());
        }
    }

    private void live(Story.Step step, boolean again) throws StoryTurn {
        Customer customer = Objects.requireNonNull(accounts.get(step.account())).customer();
        step.say().ifPresent(narrator::comment);
        narrator.deed(step.account() + " " + step.deed().told() + ".");
        Optional<Refusal> refused = attempt(step, customer);
        if (again && step.deed() instanceof Deed.Recharge) {
            // Money that came in before the process was killed may not have settled yet what it is for.
            schedule.run();
        }
        refused.ifPresent(refusal -> narrator.fact("REFUSED, " + inWords(refusal)));
        allNews().forEach(narrator::fact);
        Optional<String> code = refused.map(Refusal::code);
        if (step.expect().isPresent() && !step.expect().equals(code)) {
            throw new StoryTurn(
                    step.path(), "it expects " + step.expect().get() + ", and met " + code.orElse("no refusal") + ".");
        }
    }

    private Optional<Refusal> attempt(Story.Step step, Customer customer) {
        try {
            step.deed().by(customer, step.path()).forEach(narrator::fact);
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
        return accounts.values().stream().flatMap(one -> one.read().stream()).toList();
    }

    private void conclude() {
        if (steps == place().steps()) {
            narrator.line("The story has been told to its end, on " + story.ends() + ".");
        }
        for (News account : accounts.values()) {
            Customer customer = account.customer();
            narrator.line("");
            narrator.line("The billing page of " + customer.name() + " on " + story.ends());
            BillingTable.draw(customer.billing().page()).forEach(narrator::line);
        }
    }

    private static String inWords(Refusal refusal) {
        return refusal.code() + ": " + refusal.message() + ".";
    }
}
