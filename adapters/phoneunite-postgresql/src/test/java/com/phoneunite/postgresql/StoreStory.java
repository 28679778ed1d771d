package com.phoneunite.postgresql;

import static com.phoneunite.telephony.Destination.extension;
import static com.phoneunite.telephony.Destination.hangUp;
import static com.phoneunite.telephony.Destination.menu;
import static com.phoneunite.telephony.Destination.voicemail;

import com.phoneunite.AddOrganization;
import com.phoneunite.OpenAccount;
import com.phoneunite.OrganizationSummary;
import com.phoneunite.OrganizationWorkspace;
import com.phoneunite.PhoneUnite;
import com.phoneunite.UserSession;
import com.phoneunite.account.Account;
import com.phoneunite.billing.Billing;
import com.phoneunite.billing.Usage;
import com.phoneunite.billing.cycle.PlanChange;
import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.billing.page.BillingPage;
import com.phoneunite.billing.plan.BillingPlan;
import com.phoneunite.billing.recharge.AutoRecharge;
import com.phoneunite.billing.store.BillingStore;
import com.phoneunite.json.OrganizationJson;
import com.phoneunite.membership.User;
import com.phoneunite.organization.Organization;
import com.phoneunite.paging.PageRequest;
import com.phoneunite.store.RecordedEvent;
import com.phoneunite.telephony.CallTree;
import com.phoneunite.telephony.CallTreeDraft;
import com.phoneunite.telephony.Destination;
import com.phoneunite.telephony.Menu;
import com.phoneunite.telephony.SavedCallTree;
import com.phoneunite.testkit.MutableClock;
import com.phoneunite.testkit.SandboxGateway;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.joda.money.Money;

/** A customer from the first day on, through the front doors alone. Told twice with the same ids and the same clock, it is the same. */
final class StoreStory {

    private static final PageRequest ALL = PageRequest.first(PageRequest.MAX_LIMIT);

    private final MutableClock clock = MutableClock.at("2026-01-31T15:00:00.123456Z");
    private final AtomicLong made = new AtomicLong();
    private final Billing billing;
    private final PhoneUnite phoneUnite;
    private final List<BillingPage> pages = new ArrayList<>();
    private final UserSession you;

    private StoreStory(BillingStore store) {
        billing = Billing.builder(store)
                .plans(
                        BillingPlan.named("standard")
                                .monthly(usd("20.00"))
                                .perExtension(usd("5.00"))
                                .perPhoneNumber(usd("1.00")),
                        BillingPlan.named("small").monthly(usd("7.00")))
                .paymentGateway(SandboxGateway.create())
                .clock(clock)
                .build();
        phoneUnite = PhoneUnite.builder(store.core())
                .billing(billing.organizations())
                .clock(clock)
                .ids(() -> new UUID(0x0199_0000_0000_7000L, 0x8000_0000_0000_0000L | made.incrementAndGet()))
                .randomness(() -> new byte[32])
                .build();
        Account account = phoneUnite.openAccount(OpenAccount.named("Product Experts, LLC")
                .owner("you@example.com")
                .in("US", "America/New_York", "USD")
                .on("standard")
                .key("opened"));
        you = phoneUnite.signIn(account.owner());
    }

    /**
     * What a customer and a host have seen.
     *
     * @param pages the billing page after each chapter
     * @param entries the ledger
     * @param events all events, in the order in which they were delivered
     * @param exported everything that the second organization owns, as JSON
     */
    record Told(List<BillingPage> pages, List<LedgerEntry> entries, List<RecordedEvent> events, String exported) {}

    static Told in(BillingStore store) {
        StoreStory story = new StoreStory(store);
        story.grow();
        story.liveOn();
        story.runDry();
        return story.told();
    }

    private void grow() {
        billing.of(you).putPaymentMethodOnFile("tok_visa");
        billing.of(you).recharge("first", usd("100.00"));
        Organization services = you.addOrganization(
                AddOrganization.named("Services Experts, LLC").on("standard").key("services"));
        OrganizationWorkspace there = you.switchTo(services.id());
        User jo = you.users().add("jo@example.com");
        there.members().add(jo.id(), "101");
        there.members().add(you.user(), "202");
        there.phoneNumbers().add("+12025550123");
        there.sounds().add("Welcome", new ByteArrayInputStream(wav()));
        SavedCallTree tree = there.callTrees().save(mainMenu());
        there.phoneNumbers().route("+12025550123", Destination.callTree(tree.id()));
        there.invitations().inviteMember("kim@example.com", "303");
        look();
    }

    private static CallTreeDraft mainMenu() {
        return CallTree.named("Main")
                .menu(
                        "welcome",
                        Menu.saying("Welcome.")
                                .on('1', extension("101"))
                                .on('2', menu("again"))
                                .onTimeout(voicemail("202"))
                                .onInvalid(hangUp()))
                .menu(
                        "again",
                        Menu.saying("Once more: \"1\".")
                                .on('1', extension("202"))
                                .onTimeout(hangUp())
                                .onInvalid(hangUp()));
    }

    private void liveOn() {
        OrganizationSummary services = organizations().get(1);
        billing.actingAs("meter").deductUsage(call(services, 0));
        billing.actingAs("meter")
                .deductUsages(List.of(call(services, 1), call(services, 0), call(services, 2), call(services, 2)));
        billing.of(you).changePlan(services.id(), "small", PlanChange.NOW);
        clock.advance(Duration.ofDays(15));
        billing.run();
        look();
        clock.advance(Duration.ofDays(20));
        billing.run();
        look();
    }

    private Usage call(OrganizationSummary organization, int number) {
        return Usage.of(you.accountId(), organization.id(), "call-" + number, usd("0.01"));
    }

    private void runDry() {
        for (int month = 0; month < 3; month++) {
            clock.advance(Duration.ofDays(31));
            billing.run();
            look();
        }
        clock.advance(Duration.ofDays(4));
        billing.run();
        look();
        billing.of(you).recharge("second", usd("200.00"));
        billing.of(you)
                .autoRecharge(
                        AutoRecharge.below("USD 150.00").upTo("USD 180.00").atMostPerMonth("USD 500.00"));
        clock.advance(Duration.ofDays(62));
        billing.run();
        billing.reconcile();
        look();
    }

    private Told told() {
        List<RecordedEvent> events = new ArrayList<>();
        phoneUnite.dispatcher(events::add, billing.events()).run();
        ByteArrayOutputStream exported = new ByteArrayOutputStream();
        OrganizationJson.write(you.switchTo(organizations().get(1).id()), exported);
        return new Told(pages, billing.of(you).entries(ALL).items(), events, exported.toString(StandardCharsets.UTF_8));
    }

    private void look() {
        pages.add(billing.of(you).page());
    }

    private List<OrganizationSummary> organizations() {
        return you.organizations().items();
    }

    /** A sound as short as they come. */
    static byte[] wav() {
        ByteBuffer wav = ByteBuffer.allocate(48).order(ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(40)
                .put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII));
        wav.putInt(16).putShort((short) 1).putShort((short) 1).putInt(8_000).putInt(8_000);
        wav.putShort((short) 1).putShort((short) 8);
        wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(4).putInt(7);
        return wav.array();
    }

    private static Money usd(String amount) {
        return Money.parse("USD " + amount);
    }
}
