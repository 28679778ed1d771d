package com.phoneunite.isolation;

import com.phoneunite.OpenAccount;
import com.phoneunite.PhoneUnite;
import com.phoneunite.RefusedException;
import com.phoneunite.UserSession;
import com.phoneunite.account.AccountId;
import com.phoneunite.account.UserId;
import com.phoneunite.billing.Billing;
import com.phoneunite.billing.plan.BillingPlan;
import com.phoneunite.billing.store.BillingStore;
import com.phoneunite.membership.InvitationId;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.resource.ResourceId;
import com.phoneunite.store.memory.InMemoryStore;
import com.phoneunite.telephony.CallTreeId;
import com.phoneunite.telephony.SoundId;
import com.phoneunite.testkit.MutableClock;
import com.phoneunite.testkit.SandboxGateway;
import com.phoneunite.testkit.Wav;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.UUID;
import java.util.function.Consumer;
import org.joda.money.Money;

/** A host with everything that is here so far, on the store that lives in memory. */
final class Rig {

    static final String OK = "ok";

    static final RingGroup.Type RING_GROUPS = new RingGroup.Type();

    private static final UUID NEVER_ISSUED = UUID.fromString("0190b1a0-0000-7000-8000-00000000dead");

    final MutableClock clock = MutableClock.at("2026-01-31T15:00:00Z");
    final BillingStore store = BillingStore.in(InMemoryStore.create());
    final Billing billing;
    final PhoneUnite phoneUnite;

    Rig() {
        this(builder -> {});
    }

    Rig(Consumer<PhoneUnite.Builder> more) {
        billing = Billing.builder(store)
                .plans(BillingPlan.named("standard")
                        .monthly(usd("20.00"))
                        .perExtension(usd("5.00"))
                        .perPhoneNumber(usd("1.00")))
                .paymentGateway(SandboxGateway.create())
                .clock(clock)
                .build();
        PhoneUnite.Builder builder = PhoneUnite.builder(store.core())
                .billing(billing.organizations())
                .resources(RING_GROUPS);
        more.accept(builder);
        phoneUnite = builder.build();
    }

    /** The owner of a new account with a card and money. */
    UserSession owner(String organization, String email, String balance) {
        UserSession owner = phoneUnite.signIn(phoneUnite
                .openAccount(OpenAccount.named(organization)
                        .owner(email)
                        .in("US", "America/New_York", "USD")
                        .on("standard"))
                .owner());
        billing.of(owner).putPaymentMethodOnFile("tok_visa");
        billing.of(owner).recharge("start", usd(balance));
        return owner;
    }

    /** A user of the account without any standing. */
    UserSession user(UserSession owner, String email) {
        return phoneUnite.signIn(owner.users().add(email).ref());
    }

    Everything everything(AccountId account) {
        return Everything.of(store, account);
    }

    static OrganizationId first(UserSession owner) {
        return owner.organizations().items().get(0).id();
    }

    static Money usd(String amount) {
        return Money.parse("USD " + amount);
    }

    /** What the call answers: {@value #OK}, or the code of the refusal. */
    static String answer(Runnable call) {
        try {
            call.run();
            return OK;
        } catch (RefusedException refused) {
            return refused.code();
        }
    }

    static OrganizationId noOrganization() {
        return new OrganizationId(NEVER_ISSUED);
    }

    static UserId nobody() {
        return new UserId(NEVER_ISSUED);
    }

    static InvitationId noInvitation() {
        return new InvitationId(NEVER_ISSUED);
    }

    static CallTreeId noCallTree() {
        return new CallTreeId(NEVER_ISSUED);
    }

    static SoundId noSound() {
        return new SoundId(NEVER_ISSUED);
    }

    static ResourceId noRingGroup() {
        return new ResourceId(NEVER_ISSUED);
    }

    /** A short sound; others for every number. */
    static InputStream wav(int number) {
        return new ByteArrayInputStream(Wav.of(number));
    }
}
