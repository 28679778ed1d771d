package com.phoneunite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.phoneunite.account.Account;
import com.phoneunite.account.AccountId;
import com.phoneunite.account.PaymentMethod;
import com.phoneunite.account.UserId;
import com.phoneunite.event.DomainEvent;
import com.phoneunite.organization.Organization;
import com.phoneunite.organization.OrganizationBilling;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.organization.OrganizationState;
import com.phoneunite.paging.Page;
import com.phoneunite.paging.PageRequest;
import com.phoneunite.refusal.Refusal;
import com.phoneunite.resource.ResourceType;
import com.phoneunite.store.RecordedEvent;
import com.phoneunite.store.memory.InMemoryStore;
import com.phoneunite.telephony.SoundContents;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** An empty house with a clock that is moved by hand, and short words for what most tests begin with. */
final class World {

    static final RingGroup.Type RING_GROUP = new RingGroup.Type("ring_group", true);

    final InMemoryStore store = InMemoryStore.create();
    final HandClock clock = new HandClock("2026-01-31T15:00:00Z");
    final PhoneUnite phoneUnite;

    World() {
        this(new GrantingBilling());
    }

    World(OrganizationBilling billing) {
        phoneUnite = PhoneUnite.builder(store).billing(billing).clock(clock).build();
    }

    /** With things of a host's own. */
    World(ResourceType<?>... types) {
        this(UnaryOperator.identity(), types);
    }

    /** With another place for the bytes of sounds. */
    World(UnaryOperator<SoundContents> contents, ResourceType<?>... types) {
        phoneUnite = PhoneUnite.builder(OtherContents.of(store, contents.apply(store.soundContents())))
                .billing(new GrantingBilling())
                .clock(clock)
                .resources(types)
                .build();
    }

    /** Two organizations of an account, and how they are worked in. */
    List<Business> twoBusinesses() {
        UserSession owner = owner();
        OrganizationId second = owner.addOrganization("Second", "standard").id();
        return List.of(new Business(this, owner, first(owner)), new Business(this, owner, second));
    }

    static OpenAccount request() {
        return OpenAccount.named("Product Experts, LLC")
                .owner("you@example.com")
                .in("US", "America/New_York", "USD")
                .on("standard");
    }

    Account open() {
        return phoneUnite.openAccount(request());
    }

    /** The owner of a new account that has a card on file. */
    UserSession owner() {
        UserSession owner = phoneUnite.signIn(open().owner());
        putCardOnFile(owner.accountId());
        return owner;
    }

    void putCardOnFile(AccountId id) {
        PaymentMethod card = new PaymentMethod("Visa", "4242", YearMonth.of(2030, 1), clock.instant());
        change(id, account -> account.withPaymentMethod(card));
    }

    void removeCard(AccountId id) {
        change(id, Account::withoutPaymentMethod);
    }

    private void change(AccountId id, Function<Account, Account> how) {
        store.unitOfWork().change(id, () -> {
            Account changed = how.apply(store.accounts().find(id).orElseThrow());
            store.accounts().save(changed);
            return changed;
        });
    }

    /** A user of the account without any standing. */
    UserSession user(UserSession owner, String email) {
        return phoneUnite.signIn(owner.users().add(email).ref());
    }

    /** A user who administers the organization. */
    UserSession administrator(UserSession owner, OrganizationId organization, String email) {
        UserSession user = user(owner, email);
        owner.switchTo(organization).administrators().add(user.user());
        return user;
    }

    OrganizationId first(UserSession owner) {
        return owner.organizations().items().get(0).id();
    }

    /** As the billing run will: nothing in core suspends an organization. */
    void become(AccountId account, OrganizationId id, OrganizationState state) {
        store.unitOfWork().change(account, () -> {
            Organization next =
                    store.organizations().find(account, id).orElseThrow().become(state);
            store.organizations().save(next);
            return next;
        });
    }

    Snapshot snapshot(AccountId account) {
        return Snapshot.of(store, account);
    }

    List<RecordedEvent> events(AccountId account) {
        return store.unitOfWork().view(account, () -> store.outbox().read(account, 0, Integer.MAX_VALUE));
    }

    List<DomainEvent> plainEvents(AccountId account) {
        return events(account).stream().map(RecordedEvent::event).toList();
    }

    /** Makes the call, which has to be refused by that rule and to change nothing in the account. */
    Refusal refused(AccountId account, String code, ThrowingCallable call) {
        Snapshot before = snapshot(account);
        Refusal refusal = refusal(code, call);
        assertThat(snapshot(account)).isEqualTo(before);
        return refusal;
    }

    static Refusal refusal(String code, ThrowingCallable call) {
        RefusedException refused = catchThrowableOfType(RefusedException.class, call);
        assertThat(refused).as("a refusal with code %s", code).isNotNull();
        assertThat(refused.code()).isEqualTo(code);
        assertThat(refused.getMessage())
                .isEqualTo(code + ": " + refused.refusal().message());
        return refused.refusal();
    }

    /** Follows the pages to the last one. */
    static <T> List<T> all(int limit, Function<PageRequest, Page<T>> list) {
        List<T> all = new ArrayList<>();
        PageRequest request = PageRequest.first(limit);
        while (true) {
            Page<T> page = list.apply(request);
            assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
            all.addAll(page.items());
            if (page.next().isEmpty()) {
                return all;
            }
            assertThat(page.items()).as("only the last page may be short").hasSize(limit);
            request = request.after(page.next().get());
        }
    }

    static OrganizationId neverIssued() {
        return new OrganizationId(UUID.fromString("0190b1a0-0000-7000-8000-00000000dead"));
    }

    static UserId nobody() {
        return new UserId(UUID.fromString("0190b1a0-0000-7000-8000-00000000beef"));
    }
}
